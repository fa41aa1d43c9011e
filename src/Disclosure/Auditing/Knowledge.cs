namespace Regional.Disclosure.Auditing;

/// <summary>What an attacker, and what the auditor, knows of each unknown before anything is worked out.</summary>
internal static class Knowledge
{
    /// <summary>What the attacker is told.</summary>
    /// <param name="view">What he sees.</param>
    /// <param name="equations">The unknowns.</param>
    /// <param name="noteClash">Told of each cell that contradicts another which is the same sum, and of the other's value, which is believed.</param>
    public static Bounds[] Told(AttackerView view, Equations equations, Action<int, long> noteClash)
    {
        var told = new Bounds[equations.UnknownCount];
        Array.Fill(told, Bounds.Any);
        for (var inner = 0; inner < view.System.InnerCells.Count; inner++)
        {
            told[inner] = view.System.InnerCells[inner].ChangeOf is null ? Bounds.NotNegative : Bounds.Any;
        }

        foreach (var count in equations.Counts)
        {
            told[count] = told[count].And(Bounds.NotNegative);
        }

        for (var cell = 0; cell < view.Cells.Count; cell++)
        {
            var unknown = equations.UnknownOfCell[cell];
            var both = told[unknown].And(view.BoundsOf(view.Cells[cell]));
            if (both.IsEmpty)
            {
                noteClash(cell, told[unknown].Least);
            }
            else
            {
                told[unknown] = both;
            }
        }

        return told;
    }

    /// <summary>The true values as far as the auditor knows them; else null.</summary>
    public static long?[] Truth(AttackerView view, Equations equations)
    {
        var truth = new long?[equations.UnknownCount];
        for (var cell = 0; cell < view.Cells.Count; cell++)
        {
            truth[equations.UnknownOfCell[cell]] = view.Cells[cell].Value;
        }

        for (var inner = 0; inner < view.System.InnerCells.Count; inner++)
        {
            truth[inner] = view.Counts[inner] ?? truth[inner];
        }

        foreach (var count in equations.Counts)
        {
            truth[count] = equations.InnerOf(count).Aggregate((long?)0, (sum, inner) => sum + truth[inner]);
        }

        return truth;
    }
}

using System.Runtime.InteropServices;

namespace Regional.Disclosure.Tests;

/// <summary>A linear program, or one in whole numbers, as the GNU Linear Programming Kit solves it: the library behind glpsol.</summary>
internal sealed partial class GlpkProgram : IDisposable
{
    private const string Library = "libglpk.so.40";
    private const int Minimum = 1;
    private const int Maximum = 2;
    private const int Integer = 2;
    private const int Optimal = 5;
    private const int Unbounded = 6;

    private readonly nint _problem;
    private readonly int _columns;

    /// <summary>A program with so many columns, all free, and no rows.</summary>
    public GlpkProgram(int columns)
    {
        SetOutput(0);
        (_problem, _columns) = (Create(), columns);
        AddColumns(_problem, columns);
        for (var column = 0; column < columns; column++)
        {
            Bound(column, double.NegativeInfinity, double.PositiveInfinity);
        }
    }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Missing { get; } = NativeLibrary.TryLoad(Library, out _) ? null : "Debian's glpk-utils is not installed. Run eng/install-test-tools.";

    /// <summary>Skips the test where the library is missing, but on CI, where it must be there.</summary>
    public static void Require() => Assert.SkipWhen(Missing is not null && Environment.GetEnvironmentVariable("CI") != "true", Missing ?? "");

    public void Bound(int column, double least, double most) => SetColumnBounds(_problem, column + 1, KindOf(least, most), least, most);

    /// <summary>Makes a column whole.</summary>
    public void MakeWhole(int column) => SetKind(_problem, column + 1, Integer);

    /// <summary>Adds a row over some columns and gives its index.</summary>
    public int AddRow(IReadOnlyList<int> columns, IReadOnlyList<double> coefficients, double least, double most)
    {
        var row = AddRows(_problem, 1);
        SetRowBounds(_problem, row, KindOf(least, most), least, most);
        SetRow(_problem, row, columns.Count, [0, .. columns.Select(column => column + 1)], [0, .. coefficients]);
        return row - 1;
    }

    /// <summary>Solves it.</summary>
    /// <param name="direction">1 for the largest value of the costs, -1 for the smallest.</param>
    /// <param name="columns">The columns that cost something.</param>
    /// <param name="costs">What they cost.</param>
    /// <param name="isWhole">Whether all whole columns must be whole.</param>
    /// <returns>The value; infinite where there is no end.</returns>
    public double Solve(int direction, IReadOnlyList<int> columns, IReadOnlyList<double> costs, bool isWhole)
    {
        SetDirection(_problem, direction > 0 ? Maximum : Minimum);
        for (var column = 1; column <= _columns; column++)
        {
            SetCost(_problem, column, 0);
        }

        for (var i = 0; i < columns.Count; i++)
        {
            SetCost(_problem, columns[i] + 1, costs[i]);
        }

        Simplex(_problem, 0);
        var status = Status(_problem);
        Assert.True(status is Optimal or Unbounded, $"GLPK ended with status {status}.");
        if (status == Unbounded)
        {
            return direction * double.PositiveInfinity;
        }

        if (!isWhole)
        {
            return Value(_problem);
        }

        Branch(_problem, 0);
        Assert.Equal(Optimal, WholeStatus(_problem));
        return WholeValue(_problem);
    }

    /// <summary>After a solution that need not be whole: what the value would gain by each unit of a row's bound.</summary>
    public double DualOf(int row) => RowDual(_problem, row + 1);

    /// <summary>After a solution in whole numbers: the value of a column.</summary>
    public double WholeValueOf(int column) => WholeColumn(_problem, column + 1);

    public void Dispose() => Delete(_problem);

    private static int KindOf(double least, double most) => (double.IsFinite(least), double.IsFinite(most)) switch
    {
        (false, false) => 1,
        (true, false) => 2,
        (false, true) => 3,
        _ => least < most ? 4 : 5,
    };

    [LibraryImport(Library, EntryPoint = "glp_create_prob")]
    private static partial nint Create();

    [LibraryImport(Library, EntryPoint = "glp_delete_prob")]
    private static partial void Delete(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_term_out")]
    private static partial int SetOutput(int on);

    [LibraryImport(Library, EntryPoint = "glp_add_cols")]
    private static partial int AddColumns(nint problem, int count);

    [LibraryImport(Library, EntryPoint = "glp_add_rows")]
    private static partial int AddRows(nint problem, int count);

    [LibraryImport(Library, EntryPoint = "glp_set_col_bnds")]
    private static partial void SetColumnBounds(nint problem, int column, int kind, double least, double most);

    [LibraryImport(Library, EntryPoint = "glp_set_row_bnds")]
    private static partial void SetRowBounds(nint problem, int row, int kind, double least, double most);

    [LibraryImport(Library, EntryPoint = "glp_set_mat_row")]
    private static partial void SetRow(nint problem, int row, int length, int[] columns, double[] values);

    [LibraryImport(Library, EntryPoint = "glp_set_obj_dir")]
    private static partial void SetDirection(nint problem, int direction);

    [LibraryImport(Library, EntryPoint = "glp_set_obj_coef")]
    private static partial void SetCost(nint problem, int column, double cost);

    [LibraryImport(Library, EntryPoint = "glp_set_col_kind")]
    private static partial void SetKind(nint problem, int column, int kind);

    [LibraryImport(Library, EntryPoint = "glp_simplex")]
    private static partial int Simplex(nint problem, nint parameters);

    [LibraryImport(Library, EntryPoint = "glp_get_status")]
    private static partial int Status(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_get_obj_val")]
    private static partial double Value(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_intopt")]
    private static partial int Branch(nint problem, nint parameters);

    [LibraryImport(Library, EntryPoint = "glp_mip_status")]
    private static partial int WholeStatus(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_mip_obj_val")]
    private static partial double WholeValue(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_get_row_dual")]
    private static partial double RowDual(nint problem, int row);

    [LibraryImport(Library, EntryPoint = "glp_mip_col_val")]
    private static partial double WholeColumn(nint problem, int column);
}

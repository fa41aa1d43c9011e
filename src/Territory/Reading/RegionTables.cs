using System.Collections.Frozen;
using System.Globalization;

namespace Regional.Territory;

/// <summary>A row of <c>postcodes.csv</c>.</summary>
internal sealed record PostcodeRow(Postcode4 Postcode, Place Place, Period Validity);

/// <summary>A row of <c>schools.csv</c>, before its vestigingen are looked up.</summary>
internal sealed record SchoolRow(
    string Name, IReadOnlyList<EstablishmentCode> Establishments, SchoolKind Kind, PupilCount Count, PupilCount? Beside, string Note);

/// <summary>A table as far as it can be read.</summary>
/// <param name="Rows">Its sound rows.</param>
/// <param name="IsWhole">Whether these are all. If not, nothing can be said about what is missing in it: one fault must not become fifty.</param>
internal sealed record Table<T>(IReadOnlyList<Located<T>> Rows, bool IsWhole);

/// <summary>The tables beside a region file, as far as they can be read: a faulty row is left out, so that one fault does not hide the others.</summary>
internal sealed record RegionTables(
    Table<PostcodeRow> Postcodes,
    Table<Establishment> Establishments,
    Table<SchoolRow> Schools,
    Table<AbsenceRate> AbsenceRates,
    Table<ResidentPupils> ResidentPupils)
{
    public static RegionTables Read(string folder, string shown, Findings findings)
    {
        return new(
            Rows("postcodes.csv", ["postcode", "municipality", "po", "vo", "from", "until"], ReadPostcode),
            Rows(
                "establishments.csv", ["establishment", "brin", "name", "board", "municipality", "postcode", "kind", "source"],
                row => ReadEstablishment(row, findings)),
            Rows(
                "schools.csv",
                ["name", "establishments", "kind", "pupils", "counted", "source", "beside-pupils", "beside-counted", "beside-source", "note"],
                row => ReadSchool(row, findings)),
            Rows("absence-rates.csv", ["municipality", "year", "absence", "per-thousand", "published-for", "source"], ReadRate),
            Rows("resident-pupils.csv", ["municipality", "school-year", "pupils", "basis", "source"], ReadResidents));

        Table<T> Rows<T>(string name, IReadOnlyList<string> columns, Func<CsvRow, T?> read)
            where T : class
        {
            var before = findings.Count;
            var rows = new List<Located<T>>();
            foreach (var row in CsvTable.Read(Path.Combine(folder, name), $"{shown}/{name}", columns, findings))
            {
                if (read(row) is { } value)
                {
                    rows.Add(new(value, row.At));
                }
            }

            return new(rows, findings.Count == before);
        }
    }

    /// <summary>What each postcode belongs to over time; only for tables without findings.</summary>
    public FrozenDictionary<Postcode4, Timeline<Place>> PostcodesByCode() =>
        Postcodes.Rows.GroupBy(row => row.Value.Postcode)
            .ToFrozenDictionary(group => group.Key, group => new Timeline<Place>(group.Select(row => (row.Value.Validity, row.Value.Place))));

    /// <summary>The school table with board and municipality of its vestigingen; only for tables without findings.</summary>
    public IReadOnlyList<School> SchoolTable()
    {
        var establishments = Establishments.Rows.ToDictionary(row => row.Value.Code, row => row.Value);
        return [.. Schools.Rows.Select(row => row.Value).Select(row => new School(
            row.Name, row.Establishments, row.Kind, establishments[row.Establishments[0]].Board, establishments[row.Establishments[0]].Municipality,
            row.Count, row.Beside, row.Note))];
    }

    private static PostcodeRow? ReadPostcode(CsvRow row)
    {
        var (postcode, municipality) = (row.Value<Postcode4>("postcode"), row.Value<MunicipalityCode>("municipality"));
        var (po, vo, validity) = (row.Value<RegionCode>("po"), row.Value<RegionCode>("vo"), row.Period());
        return postcode is null || municipality is null || po is null || vo is null || validity is null
            ? null
            : new(postcode.Value, new(municipality.Value, po.Value, vo.Value), validity);
    }

    private static Establishment? ReadEstablishment(CsvRow row, Findings findings)
    {
        var (code, brin, name) = (row.Value<EstablishmentCode>("establishment"), row.Value<Brin>("brin"), row.RequiredText("name"));
        var (municipality, kind, source) = (row.Value<MunicipalityCode>("municipality"), row.Word<SchoolKind>("kind"), row.RequiredText("source"));
        var sound = row.TryOptional<BoardNumber>("board", out var board) & row.TryOptional<Postcode4>("postcode", out var postcode);
        if (code is { } written && brin is { } of && written.Brin != of)
        {
            findings.Add(
                row.AtColumn("brin"), "BRIN", $"{written} is a vestiging of {written.Brin}, not of {of}.",
                "Correct the one that is wrong: a vestiging begins with the BRIN number of its school.");
        }

        return code is null || name is null || municipality is null || kind is null || source is null || !sound
            ? null
            : new(code.Value, name, board, municipality.Value, postcode, kind.Value, source);
    }

    private static SchoolRow? ReadSchool(CsvRow row, Findings findings)
    {
        var (name, kind, count) = (row.RequiredText("name"), row.Word<SchoolKind>("kind"), ReadCount(row, "", findings));
        var codes = row.Text("establishments").Split('|').Select(code => findings.Read<EstablishmentCode>(row.AtColumn("establishments"), code)).ToList();
        var hasBeside = row.Text("beside-pupils").Length + row.Text("beside-counted").Length + row.Text("beside-source").Length > 0;
        var beside = hasBeside ? ReadCount(row, "beside-", findings) : null;
        return name is null || kind is null || count is null || codes.Contains(null) || (hasBeside && beside is null)
            ? null
            : new(name, [.. codes.Select(code => code!.Value)], kind.Value, count, beside, row.Text("note"));
    }

    private static PupilCount? ReadCount(CsvRow row, string prefix, Findings findings)
    {
        var (pupils, printed, source) = (row.Count($"{prefix}pupils"), row.RequiredText($"{prefix}counted"), row.RequiredText($"{prefix}source"));
        if (pupils is null || printed is null || source is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(printed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(pupils.Value, new CountingDate.On(day), source);
        }

        // Words such as "1 feb" stand as printed; a date with a typing error must not pass for words.
        return !printed.Any(char.IsAsciiLetter) && findings.ReadDate(row.AtColumn($"{prefix}counted"), printed) is null
            ? null
            : new(pupils.Value, new CountingDate.AsPrinted(printed), source);
    }

    private static AbsenceRate? ReadRate(CsvRow row)
    {
        var (municipality, year, kind) = (row.Value<MunicipalityCode>("municipality"), row.Count("year", 2000), row.Word<AbsenceKind>("absence"));
        var (rate, published, source) = (row.Rate("per-thousand"), row.Word<PublishedFor>("published-for"), row.RequiredText("source"));
        return municipality is null || year is null || kind is null || rate is null || published is null || source is null
            ? null
            : new(municipality.Value, year.Value, kind.Value, rate.Value, published.Value, source);
    }

    private static ResidentPupils? ReadResidents(CsvRow row)
    {
        var (municipality, year, pupils) = (row.Value<MunicipalityCode>("municipality"), row.Value<SchoolYear>("school-year"), row.Count("pupils", 1));
        var (basis, source) = (row.Word<DenominatorBasis>("basis"), row.RequiredText("source"));
        return municipality is null || year is null || pupils is null || basis is null || source is null
            ? null
            : new(municipality.Value, year.Value, pupils.Value, basis.Value, source);
    }
}

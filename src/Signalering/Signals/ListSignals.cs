using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Google.Protobuf;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Signals;

/// <summary>Lists the signals of the caller's own municipality, newest start date first.</summary>
internal sealed class ListSignals(Database database)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 1_000;

    private static readonly string Page = $"""
        select {SignalTable.Columns} from signals
         where municipality = @municipality
           and (@region = '{RegionName.All}' or region = @region or ' ' || case regions_by_school when '' then regions_by_residence else regions_by_school end || ' ' like '% ' || @region || ' %')
           and start_date between @from and @until
           and (@kind = 0 or kind = @kind)
           and (start_date, id) < (@afterStart, @afterId)
         order by start_date desc, id desc
         limit @limit
        """;

    /// <summary>One page.</summary>
    /// <exception cref="RefusedException">A field breaks a rule, or the municipality is not the caller's own.</exception>
    public async Task<ListSignalsResponse> Run(ListSignalsRequest request, MunicipalityCode own)
    {
        var region = RegionName.Parse(request.Parent, allowAll: true);
        var (from, until) = Period(request);
        if (request.Municipality.Length > 0 && request.Municipality != own.ToString())
        {
            throw new RefusedException(Refused.ForeignMunicipality(own) with { Violations = [new("municipality", "FOREIGN_MUNICIPALITY", $"must be your own, {own}, or empty")] });
        }

        // Now it stands in every question, so a page token of one municipality is none of another's.
        request.Municipality = own.ToString();
        if (request.PageSize < 0)
        {
            throw new RefusedException(Refusal.InvalidFields([new("page_size", "RANGE", $"must not be negative; 0 means {DefaultPage}")]));
        }

        var size = request.PageSize == 0 ? DefaultPage : Math.Min(request.PageSize, LargestPage);
        var after = PageToken.Read(request);
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync(Page, new
        {
            municipality = own.ToString(),
            region,
            from,
            // Also the date of the token, which the row comparison alone would not let the index begin at.
            until = until < after.Start ? until : after.Start,
            kind = (int)request.Kind,
            afterStart = after.Start,
            afterId = after.Id,
            limit = size + 1,
        });
        var found = await SignalTable.ReadAll(row);
        return new ListSignalsResponse
        {
            Signals = { found.Take(size).Select(s => s.State.ToProto()) },
            NextPageToken = found.Count > size ? PageToken.After(found[size - 1].State, request) : "",
        };
    }

    private static (DateOnly From, DateOnly Until) Period(ListSignalsRequest request)
    {
        var violations = new List<Violation>();
        var from = Day("from_date", request.FromDate, DateOnly.MinValue);
        var until = Day("until_date", request.UntilDate, DateOnly.MaxValue);
        if (violations.Count == 0 && from > until)
        {
            violations.Add(new("until_date", "END_BEFORE_START", "lies before from_date; correct one of the two"));
        }

        return violations.Count == 0 ? (from, until) : throw new RefusedException(Refusal.InvalidFields(violations));

        DateOnly Day(string field, Wire.Types.Date? date, DateOnly absent)
        {
            if (date is null)
            {
                return absent;
            }

            var text = string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");
            if (!DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                violations.Add(new(field, "DATE", "must be a day of the calendar: year, month and day"));
            }

            return day;
        }
    }

    /// <summary>Where a page ended, bound to the question that it answered. It grants nothing: the municipality is asked of the caller each time.</summary>
    private readonly record struct PageToken(DateOnly Start, byte[] Id)
    {
        private const int StartLength = 4;
        private const int IdLength = 16;
        private const int QuestionLength = 8;

        // Longer than any id, and so behind all of them.
        private static readonly byte[] BeyondAll = [.. Enumerable.Repeat(byte.MaxValue, IdLength + 1)];

        public static string After(Signal last, ListSignalsRequest request) => Base64Url.EncodeToString(
            [.. BitConverter.GetBytes(last.Start.DayNumber), .. last.Id.ToBytes(), .. Question(request)]);

        public static PageToken Read(ListSignalsRequest request)
        {
            if (request.PageToken.Length == 0)
            {
                return new(DateOnly.MaxValue, BeyondAll);
            }

            Span<byte> bytes = stackalloc byte[StartLength + IdLength + QuestionLength];
            return Base64Url.DecodeFromChars(request.PageToken, bytes, out _, out var length) == OperationStatus.Done && length == bytes.Length && bytes[(StartLength + IdLength)..].SequenceEqual(Question(request))
                && BitConverter.ToInt32(bytes) is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber
                ? new(DateOnly.FromDayNumber(day), bytes.Slice(StartLength, IdLength).ToArray())
                : throw new RefusedException(Refusal.InvalidFields([new("page_token", "PAGE_TOKEN", "is not one that this question gave; repeat the question without it, or with the same fields as before")]));
        }

        private static byte[] Question(ListSignalsRequest request)
        {
            var question = request.Clone();
            (question.PageSize, question.PageToken) = (0, "");
            return SHA256.HashData(question.ToByteArray())[..QuestionLength];
        }
    }
}

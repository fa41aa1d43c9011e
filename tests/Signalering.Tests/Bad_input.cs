using Google.Protobuf;
using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

public sealed class Bad_input(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "a check digit that fails", "signal.person_number", "PERSON_NUMBER" },
        { "the number 010008579", "signal.person_number", "PERSON_NUMBER" },
        { "eight digits", "signal.person_number", "PERSON_NUMBER" },
        { "no number", "signal.person_number", "REQUIRED" },
        { "an unknown kind", "signal.kind", "UNKNOWN_VALUE" },
        { "no kind", "signal.kind", "REQUIRED" },
        { "an end before its start", "signal.end_date", "END_BEFORE_START" },
        { "a start in the future", "signal.start_date", "IN_FUTURE" },
        { "an end in the future", "signal.end_date", "IN_FUTURE" },
        { "30 February", "signal.start_date", "DATE" },
        { "a birth in the future", "signal.birth_date", "IN_FUTURE" },
        { "no birth month", "signal.birth_date", "DATE" },
        { "a start before birth", "signal.start_date", "BEFORE_BIRTH" },
        { "a case number with a space", "signal.case_number", "FORM" },
        { "a case number with a line feed", "signal.case_number", "FORM" },
        { "a start before 1990", "signal.start_date", "BEFORE_BIRTH" },
        { "the person number as report number", "signal.duo_report_number", "PERSON_NUMBER" },
        { "the person number as case number", "signal.case_number", "PERSON_NUMBER" },
        { "a case number that may be somebody's person number", "signal.case_number", "PERSON_NUMBER" },
        { "a report number that may be somebody's person number", "signal.duo_report_number", "PERSON_NUMBER" },
        { "a vestiging that is none", "signal.establishment", "ESTABLISHMENT_CODE" },
        { "absoluut verzuim with a vestiging", "signal.establishment", "ENROLLED" },
        { "relatief verzuim without a vestiging", "signal.establishment", "NOT_ENROLLED" },
        { "negative hours", "signal.missed_hours", "RANGE" },
        { "a municipality of three digits", "signal.municipality", "MUNICIPALITY_CODE" },
        { "no signal", "signal", "REQUIRED" },
        { "no request id", "request_id", "REQUIRED" },
        { "a request id that is no UUID", "request_id", "UUID" },
        { "the person number in the request id", "request_id", "PERSON_NUMBER" },
        { "a text of 1,001 characters", "signal.reason_text", "TOO_LONG" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task is_refused_with_field_and_rule(string fault, string field, string reason)
    {
        var request = service.Request();
        Apply(fault, request);

        var refusal = await Refusal(request);

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELDS"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Contains((field, reason), refusal.FieldViolations().Select(v => (v.Field, v.Reason)));
        Assert.DoesNotContain(request.Signal?.PersonNumber is { Length: > 0 } number ? number : "no number at all", refusal.ToString() + refusal.RpcStatus());
    }

    [Fact]
    public async Task has_all_its_faults_named_at_once()
    {
        var refusal = await Refusal(service.Request(s => (s.PersonNumber, s.CaseNumber, s.StartDate) = ("123456789", "a b", new Date { Year = 2026, Month = 1, Day = 1 })));

        Assert.Equal(["signal.case_number", "signal.person_number", "signal.start_date"], refusal.FieldViolations().Select(v => v.Field).Order());
    }

    [Fact]
    public async Task of_the_published_test_numbers_none_is_refused()
    {
        var numbers = File.ReadLines("rvig_testpersonen_gbav_2022_bsn.csv").Skip(1).ToList();
        Assert.Equal(680, numbers.Count);

        using var stream = new Stream(service);
        foreach (var chunk in numbers.Chunk(400).Select((numbers, i) => (numbers, i)))
        {
            var answer = await stream.Send(new PushSignalsRequest { Batch = chunk.i + 1, Signals = { chunk.numbers.Select(n => service.Request(s => s.PersonNumber = n)) } });
            Assert.Empty(answer.Results);
        }
    }

    [Theory]
    [InlineData("malformed UTF-8", new byte[] { 0xC3, 0x28 })]
    [InlineData("U+FFFD", new byte[] { 0xEF, 0xBF, 0xBD })]
    [InlineData("NUL", new byte[] { 0x00 })]
    [InlineData("an encoded surrogate", new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task in_any_string_is_refused_by_its_field(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        foreach (var field in Signal.Descriptor.Fields.InFieldNumberOrder().Where(f => f.FieldType == Google.Protobuf.Reflection.FieldType.String && f.FieldNumber < 40 && f.FieldNumber > 1 && !f.IsRepeated))
        {
            // A later value of a field wins, so the raw bytes take the place of the good ones.
            var refusal = await RawRefusal(service.Request(), signal => WriteString(signal, field.FieldNumber, bytes));

            Assert.Contains(($"signal.{field.Name}", "MALFORMED_TEXT"), refusal.FieldViolations().Select(v => (v.Field, v.Reason)));
        }
    }

    [Fact]
    public async Task with_an_unknown_field_is_refused()
    {
        var refusal = await RawRefusal(service.Request(), signal => WriteString(signal, 999, "?"u8.ToArray()));

        Assert.Contains(("signal", "UNKNOWN_FIELD"), refusal.FieldViolations().Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public async Task over_the_limit_is_refused_and_the_connection_goes_on()
    {
        var refusal = await Refusal(service.Request(s => s.ReasonText = new string('x', 1_100_000)));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
        Assert.NotEmpty((await service.Assen.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation)).Name);
    }

    [Fact]
    public async Task without_a_deadline_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Assen.CreateSignalAsync(service.Request(), cancellationToken: Cancellation).ResponseAsync);

        Assert.Equal("DEADLINE_REQUIRED", refusal.ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task without_a_token_is_refused() => Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), await RefusedToken(null));

    [Fact]
    public async Task with_an_expired_token_is_refused() =>
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), await RefusedToken(service.TokenOf("0106", lifetime: TimeSpan.FromMinutes(-5))));

    [Fact]
    public async Task with_a_token_of_another_key_is_refused()
    {
        using var folder = new TemporaryFolder();
        var caller = new Caller(Territory.WrittenValues.Parse<Territory.Oin>("00000099000100106000"), new(Territory.Role.Municipality), "leerplicht", "test");
        var token = DevelopmentTokens.Open(folder.Path, service.Clock).Issue(caller, TimeSpan.FromMinutes(10));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_KEY_UNKNOWN"), await RefusedToken(token));
    }

    [Theory]
    [InlineData("no.token.at-all")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJhenAiOiIwMDAwMDA5OTAwMDEwMDEwNjAwMCJ9.")]
    public async Task with_something_else_as_a_token_is_refused(string token) => Assert.Equal(StatusCode.Unauthenticated, (await RefusedToken(token)).Code);

    [Fact]
    public async Task of_another_municipality_is_refused()
    {
        var refusal = await Refusal(service.Request(s => s.Municipality = "1680"));

        Assert.Equal((StatusCode.PermissionDenied, "FOREIGN_MUNICIPALITY"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Fact]
    public async Task of_the_same_organisation_in_another_role_is_refused()
    {
        // The municipality of Assen is a school board too; as a board it does not speak for its inhabitants.
        var board = service.ClientWith(service.TokenOf("0106", Territory.Role.SchoolBoard, "verzuim"));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => board.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation).ResponseAsync);

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Theory]
    [InlineData("/regional.signalering.v1.SignaleringService/DoesNotExist")]
    [InlineData("/regional.unknown.v1.UnknownService/CreateSignal")]
    public async Task to_a_method_that_does_not_exist_is_unimplemented(string fullName)
    {
        var parts = fullName.Split('/');
        var method = new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], Marshallers.Create(b => b, b => b), Marshallers.Create(b => b, b => b));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Invoker.AsyncUnaryCall(method, null, new CallOptions(deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation), []).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    private static void Apply(string fault, CreateSignalRequest request)
    {
        var signal = request.Signal;
        switch (fault)
        {
            case "a check digit that fails": signal.PersonNumber = "999990641"; break;
            case "the number 010008579": signal.PersonNumber = "010008579"; break;
            case "eight digits": signal.PersonNumber = "99999063"; break;
            case "no number": signal.PersonNumber = ""; break;
            case "an unknown kind": signal.Kind = (VerzuimKind)77; break;
            case "no kind": signal.Kind = VerzuimKind.Unspecified; break;
            case "an end before its start": signal.EndDate = new Date { Year = 2025, Month = 3, Day = 2 }; break;
            case "a start in the future": signal.StartDate = new Date { Year = 2025, Month = 3, Day = 15 }; break;
            case "an end in the future": signal.EndDate = new Date { Year = 2025, Month = 3, Day = 15 }; break;
            case "30 February": signal.StartDate = new Date { Year = 2025, Month = 2, Day = 30 }; break;
            case "a birth in the future": signal.BirthDate = new Date { Year = 2025, Month = 4 }; break;
            case "no birth month": signal.BirthDate = new Date { Year = 2010 }; break;
            case "a start before birth": signal.BirthDate = new Date { Year = 2025, Month = 3, Day = 10 }; break;
            case "a start before 1990": signal.StartDate = new Date { Year = 1989, Month = 12, Day = 31 }; break;
            case "the person number as report number": signal.DuoReportNumber = $"M{signal.PersonNumber}"; break;
            case "a case number with a space": signal.CaseNumber = "Z 1"; break;
            case "a case number with a line feed": signal.CaseNumber = "Z1\n"; break;
            case "the person number in the request id": (signal.PersonNumber, request.RequestId) = ("999990342", "99999034-2000-4000-8000-000000000000"); break;
            case "the person number as case number": signal.CaseNumber = $"Z-{signal.PersonNumber}"; break;
            case "a case number that may be somebody's person number": signal.CaseNumber = "9999-25957"; break;
            case "a report number that may be somebody's person number": signal.DuoReportNumber = "999925957"; break;
            case "a vestiging that is none": signal.Establishment = "20LO4"; break;
            case "absoluut verzuim with a vestiging": signal.Kind = VerzuimKind.Absoluut; break;
            case "relatief verzuim without a vestiging": signal.Establishment = ""; break;
            case "negative hours": signal.MissedHours = -1; break;
            case "a municipality of three digits": signal.Municipality = "106"; break;
            case "no signal": request.Signal = null; break;
            case "no request id": request.RequestId = ""; break;
            case "a request id that is no UUID": request.RequestId = "abc"; break;
            case "a text of 1,001 characters": signal.ReasonText = new string('x', 1_001); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault.");
        }
    }

    private Task<RpcException> Refusal(CreateSignalRequest request) => Assert.ThrowsAsync<RpcException>(
        () => service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation).ResponseAsync);

    private async Task<(StatusCode Code, string? Reason)> RefusedToken(string? token)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => service.ClientWith(token).CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation).ResponseAsync);
        return (refusal.StatusCode, refusal.ErrorInfo()?.Reason);
    }

    // Bytes that the generated code would never write.
    private async Task<RpcException> RawRefusal(CreateSignalRequest request, Action<CodedOutputStream> addToSignal)
    {
        using var signal = new MemoryStream();
        using (var output = new CodedOutputStream(signal, leaveOpen: true))
        {
            request.Signal.WriteTo(output);
            addToSignal(output);
        }

        using var whole = new MemoryStream();
        using (var output = new CodedOutputStream(whole, leaveOpen: true))
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteString(request.RequestId);
            output.WriteTag(2, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(signal.ToArray()));
        }

        var method = new Method<byte[], byte[]>(
            MethodType.Unary, "regional.signalering.v1.SignaleringService", "CreateSignal", Marshallers.Create(b => b, b => b), Marshallers.Create(b => b, b => b));
        var headers = new Metadata { { "authorization", $"Bearer {service.TokenOf("0106")}" } };
        return await Assert.ThrowsAsync<RpcException>(
            () => service.Invoker.AsyncUnaryCall(method, null, new CallOptions(headers, SignaleringFixture.Deadline, Cancellation), whole.ToArray()).ResponseAsync);
    }

    private static void WriteString(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes));
    }
}

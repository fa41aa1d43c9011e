using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

public sealed class A_signal_that_is_sent(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task comes_back_with_what_is_kept_of_it_and_nothing_of_the_child()
    {
        var created = await Create(service.Request(s => s.DuoReportNumber = "M4711"));

        Assert.StartsWith("regions/VO2201/signals/", created.Name);
        Assert.Equal("0106", created.Municipality);
        Assert.Equal("Z2025-000123", created.CaseNumber);
        Assert.Equal("M4711", created.DuoReportNumber);
        Assert.Equal(VerzuimKind.ZestienUur, created.Kind);
        Assert.Equal(18, created.MissedHours);
        Assert.False(created.HasMissedDays);
        Assert.Equal("20LO00", created.Establishment);
        Assert.Equal(["VO2201"], created.RegionsBySchool);
        Assert.Equal(["VO2201"], created.RegionsByResidence);
        Assert.Equal(Phase.Vo, created.Phase);
        Assert.Equal((new Date { Year = 2015, Month = 6, Day = 1 }, new Date { Year = 2026, Month = 7, Day = 31 }), (created.LeerplichtStartDate, created.LeerplichtEndDate));
        Assert.Equal(new Date { Year = 2028, Month = 5 }, created.AdultMonth);
        Assert.Equal(("", "", null), (created.PersonNumber, created.Postcode, created.BirthDate));
    }

    // Where the day of birth is unknown, it may have been the first of the month.
    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, 1)]
    public async Task may_be_about_the_day_of_birth_itself(int birth, int start) => await Create(service.Request(s =>
        (s.BirthDate, s.StartDate) = (new Date { Year = 2025, Month = 3, Day = birth }, new Date { Year = 2025, Month = 3, Day = start })));

    [Fact]
    public async Task is_found_again_by_its_name()
    {
        var created = await Create(service.Request());

        Assert.Equal(created, await service.Assen.GetSignalAsync(new() { Name = created.Name }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task gives_the_first_answer_when_it_is_sent_again()
    {
        var request = service.Request();
        var first = await Create(request);

        Assert.Equal(first, await Create(request));
    }

    [Fact]
    public async Task is_refused_when_its_request_id_was_used_for_something_else()
    {
        var request = service.Request();
        var first = await Create(request);
        request.Signal.MissedHours = 40;

        var refusal = await Refusal(request);

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_TAKEN"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Equal(first, await service.Assen.GetSignalAsync(new() { Name = first.Name }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task says_which_fields_were_dropped()
    {
        var created = await Create(service.Request(s => (s.ReasonText, s.FamilyPhone, s.PupilName) = ("thuis", "0600000000", "een naam")));

        Assert.Equal(["reason_text", "pupil_name", "family_phone"], created.DroppedFields);
        Assert.Equal(["DROPPED_FIELDS"], created.Notes.Select(n => n.Reason));
        Assert.Equal(("", "", ""), (created.ReasonText, created.FamilyPhone, created.PupilName));
    }

    [Fact]
    public async Task is_parked_when_its_territory_is_not_hosted_here()
    {
        // Enrolled nowhere, living in the part of Tynaarlo that belongs to VO2001.
        var created = await service.ClientOf("1730").CreateSignalAsync(
            service.Request(s => (s.Municipality, s.Postcode, s.Kind, s.Establishment) = ("1730", "9471", VerzuimKind.Absoluut, "")), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

        Assert.StartsWith("regions/elders/signals/", created.Name);
        Assert.Equal(["VO2001"], created.RegionsByResidence);
        Assert.Equal(["ELSEWHERE"], created.Notes.Select(n => n.Reason));
    }

    [Fact]
    public async Task falls_back_to_the_municipality_when_the_postcode_is_secret_or_foreign()
    {
        foreach (var postcode in new[] { "", "49828", "1111" })
        {
            var created = await Create(service.Request(s => (s.Postcode, s.Kind, s.Establishment) = (postcode, VerzuimKind.Absoluut, "")));

            Assert.Equal(["VO2201"], created.RegionsByResidence);
            Assert.Equal(["RESIDENCE_BY_MUNICIPALITY"], created.Notes.Select(n => n.Reason));
        }
    }

    [Fact]
    public async Task of_a_twelve_year_old_who_is_enrolled_nowhere_belongs_to_primary_and_secondary()
    {
        var created = await Create(service.Request(s => (s.BirthDate, s.Kind, s.Establishment) = (new Date { Year = 2013, Month = 1 }, VerzuimKind.Absoluut, "")));

        Assert.Equal(["PO2201", "VO2201"], created.RegionsByResidence);
        Assert.Equal(Phase.Unspecified, created.Phase);
    }

    [Fact]
    public async Task of_a_twelve_year_old_at_a_school_for_both_belongs_to_primary_and_secondary()
    {
        var created = await Create(service.Request(s => (s.BirthDate, s.Establishment) = (new Date { Year = 2013, Month = 1 }, "20BG00")));

        Assert.Equal(["PO2201", "VO2201"], created.RegionsBySchool);
        Assert.StartsWith("regions/VO2201/signals/", created.Name);
    }

    [Fact]
    public async Task stays_when_the_service_is_started_anew()
    {
        var request = service.Request();
        var created = await Create(request);

        await service.Restart();

        Assert.Equal(created, await Create(request));
    }

    private async Task<Signal> Create(CreateSignalRequest request) =>
        await service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private Task<RpcException> Refusal(CreateSignalRequest request) => Assert.ThrowsAsync<RpcException>(() => Create(request));
}

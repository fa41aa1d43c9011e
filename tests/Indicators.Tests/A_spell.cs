using Google.Protobuf;
using Regional.EventLog.Following;
using Regional.Indicators.Spells;
using Regional.Wire.Feed.V1;
using Regional.Wire.Signalering.V1;
using static Regional.Indicators.Tests.Hosting.SignalEvents;

namespace Regional.Indicators.Tests;

public sealed class A_spell
{
    [Fact]
    public void is_read_from_the_event_of_a_stored_signal()
    {
        var spell = Spell.Read(new Event { Sequence = 7, Type = Received, Subject = Subject(255), Data = Body(Assen, VerzuimClass.Overig, Autumn, new(2024, 10, 11)).ToByteString() });

        Assert.Equal((255, 16, Assen, VerzuimClass.Overig), (spell.Subject[15], spell.Subject.Length, $"{spell.Municipality}", spell.Class));
        Assert.Equal((Autumn, new DateOnly(2024, 10, 11)), (spell.Start, spell.End));
    }

    [Theory]
    [MemberData(nameof(WhatCannotBeUnderstood))]
    public void is_not_guessed_from_what_cannot_be_understood(string type, string subject, byte[] body, string problem)
    {
        var poison = Assert.Throws<PoisonEventException>(() => Spell.Read(new Event { Sequence = 7, Type = type, Subject = subject, Data = ByteString.CopyFrom(body) }));

        Assert.Equal((7, $"Event 7: {problem}"), (poison.Position, poison.Message));
    }

    public static TheoryData<string, string, byte[], string> WhatCannotBeUnderstood() => new()
    {
        { "nl.regional.signalering.signaal-ingetrokken.v1", Subject(99), With(_ => { }), "its type is unknown" },
        { "nl.regional.signalering.signaal-ontvangen.v2", Subject(99), With(_ => { }), "its type is unknown" },
        { Received, Subject(99), [0xff, 0xff, 0xff], "its body is no regional.signalering.v1.SignaalOntvangen" },
        { Received, "", With(_ => { }), "its subject is not 32 hexadecimal digits" },
        { Received, $"{Subject(99)}\n", With(_ => { }), "its subject is not 32 hexadecimal digits" },
        { Received, Subject(99), With(b => b.Municipality = ""), "municipality is no code of a municipality" },
        { Received, Subject(99), With(b => b.VerzuimClass = VerzuimClass.Unspecified), "verzuim_class is unknown" },
        { Received, Subject(99), With(b => b.VerzuimClass = (VerzuimClass)9), "verzuim_class is unknown" },
        { Received, Subject(99), With(b => b.AgeBand = AgeBand.Unspecified), "age_band is unknown" },
        { Received, Subject(99), With(b => b.AgeBand = (AgeBand)9), "age_band is unknown" },
        { Received, Subject(99), With(b => b.Regions.Clear()), "regions is empty" },
        { Received, Subject(99), With(b => b.Regions.Add("Drenthe")), "regions holds what is no code of a region" },
        { Received, Subject(99), With(b => b.StartDate = null), "start_date is no day of the calendar" },
        { Received, Subject(99), With(b => b.StartDate = new() { Year = 2025, Month = 2, Day = 29 }), "start_date is no day of the calendar" },
        { Received, Subject(99), With(b => b.EndDate = new() { Year = 2024 }), "end_date is no day of the calendar" },
        { Received, Subject(99), With(b => b.EndDate = new() { Year = 2024, Month = 10, Day = 6 }), "end_date lies before start_date" },
    };

    private static byte[] With(Action<SignaalOntvangen> change)
    {
        var body = Body(Assen, VerzuimClass.Relatief, Autumn);
        change(body);
        return body.ToByteArray();
    }
}

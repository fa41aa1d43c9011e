using Regional.Signalering.Signals;
using Regional.Territory;

namespace Regional.Signalering.Tests;

public sealed class The_pupils_of_a_vestiging(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    [Fact]
    public void are_told_by_a_row_of_its_own_and_by_no_row_that_it_shares()
    {
        var schools = service.Service<Regions>().All.SelectMany(region => region.Schools).ToList();
        var alone = schools.Where(school => school.Establishments.Count == 1).ToLookup(school => school.Establishments[0], school => school.Count.Pupils);
        var shared = schools.Where(school => school.Establishments.Count > 1).SelectMany(school => school.Establishments).Where(code => !alone.Contains(code)).ToList();
        var vestigingen = service.Service<Vestigingen>();

        Assert.NotEmpty(alone);
        Assert.NotEmpty(shared);
        Assert.All(alone, rows => Assert.Equal(rows.Sum(), vestigingen.PupilsOf(rows.Key)));
        Assert.All(shared, code => Assert.Null(vestigingen.PupilsOf(code)));
    }
}

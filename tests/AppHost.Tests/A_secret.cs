using Regional.AppHost.Development.StatusPage.Resources;

namespace Regional.AppHost.Tests;

public sealed class A_secret
{
    private readonly Secrets _secrets = new(Model());

    [Theory]
    [InlineData("Host=h;Password=pass word, and more;Database=d", "Host=h;Password=••••••••;Database=d")]
    [InlineData("Host=h;pwd='a;b';Database=d", "Host=h;pwd=••••••••;Database=d")]
    [InlineData("127.0.0.1:6379,password=x", "127.0.0.1:6379,password=••••••••")]
    [InlineData("x-otlp-api-key=0123", "x-otlp-api-key=••••••••")]
    [InlineData("https://host/path?token=0123&page=2", "https://host/path?token=••••••••&page=2")]
    [InlineData("amqp://user:a:b@host/", "amqp://user:••••••••@host/")]
    [InlineData("{\"password\": \"x\", \"port\": 1}", "{\"password\": ••••••••, \"port\": 1}")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer ••••••••")]
    [InlineData("It answered: correct-horse is wrong", "It answered: •••••••• is wrong")]
    [InlineData("http://127.0.0.1:5102/health answered 503", "http://127.0.0.1:5102/health answered 503")]
    public void is_masked_wherever_it_stands(string text, string masked) => Assert.Equal(masked, _secrets.Masked(text));

    [Fact]
    public void is_masked_whole_where_another_is_a_part_of_it()
    {
        var builder = DistributedApplication.CreateBuilder();
        builder.AddParameter("short", "horse", secret: true);
        builder.AddParameter("long", "horseback", secret: true);

        Assert.Equal("It said •••••••• and ••••••••.", new Secrets(new(builder.Resources)).Masked("It said horseback and horse."));
    }

    [Theory]
    [InlineData("SMTP_PASS", true)]
    [InlineData("POSTGRES_PASSWORD", true)]
    [InlineData("Identity__SigningKey", true)]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", true)]
    [InlineData("ASPNETCORE_ENVIRONMENT", false)]
    [InlineData("ConnectionStrings__cases", false)]
    public void is_known_by_its_name(string name, bool isSecret) => Assert.Equal(isSecret, Secrets.IsNamedSecret(name));

    [Fact]
    public void is_masked_in_a_command_line() =>
        Assert.Equal("run --password •••••••• --key=•••••••• \"a b\"", _secrets.MaskedCommand("run", ["--password", "x", "--key=y", "a b"]));

    private static DistributedApplicationModel Model()
    {
        var builder = DistributedApplication.CreateBuilder();
        builder.AddParameter("horse", StatusStack.Secret, secret: true);
        builder.AddParameter("place", "host");
        return new(builder.Resources);
    }
}

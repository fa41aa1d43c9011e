using System.Runtime.Versioning;

namespace Regional.Hosting.Tests;

public sealed class A_parameter
{
    [Theory]
    [InlineData("--Parameters:api-key=secret")]
    [InlineData("--Parameters:api_key=secret")]
    public async Task has_the_value_that_is_configured(string argument)
    {
        var test = new TestApplication(argument);

        Assert.Equal("secret", await Value(test.Builder.AddParameter("api-key", secret: true)));
        Assert.Equal("secret", await Value(new TestApplication(argument).Builder.AddParameter("api-key", "fixed")));
        Assert.Equal("fixed", await Value(new TestApplication().Builder.AddParameter("api-key", "fixed")));
        Assert.Equal("secret", await Value(new TestApplication("--Api:Key=secret").Builder.AddParameterFromConfiguration("api-key", "Api:Key")));
    }

    [Fact]
    public async Task without_a_value_stops_the_start_and_says_how_to_give_it_one()
    {
        var test = new TestApplication();
        test.Builder.AddParameter("api-key");

        var fault = await Assert.ThrowsAsync<MissingParameterValueException>(test.Start);

        Assert.Equal(
            "Parameter 'api-key' has no value. Give it one as Parameters:api-key in the AppHost's configuration, "
            + "for instance by the environment variable Parameters__api_key.",
            fault.Message);
    }

    [Fact]
    public async Task that_is_a_password_is_long_mixed_and_the_same_throughout_a_run()
    {
        var test = new TestApplication();
        var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(
            test.Builder, "db-password", minLower: 2, minUpper: 2, minNumeric: 2, minSpecial: 2);

        var value = await password.GetValueAsync(Limit.Token);

        Assert.True(password.Secret);
        Assert.Equal(22, value!.Length);
        Assert.True(value.Count(char.IsAsciiLetterLower) >= 2 && value.Count(char.IsAsciiLetterUpper) >= 2 && value.Count(char.IsAsciiDigit) >= 2);
        Assert.True(value.Count(c => "-_.".Contains(c, StringComparison.Ordinal)) >= 2);
        Assert.Equal(value, await password.GetValueAsync(Limit.Token));
        Assert.NotEqual(value, await ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(test.Builder, "db-password").GetValueAsync(Limit.Token));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task that_was_made_up_is_the_same_at_the_next_start_and_kept_for_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("regional-");
        var made = await PasswordOf("first-password", folder);

        Assert.Equal(made, await PasswordOf("first-password", folder));
        Assert.NotEqual(made, await PasswordOf("second-password", folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(folder.GetFiles()).FullName));
        folder.Delete(recursive: true);
    }

    private static async Task<string?> PasswordOf(string name, DirectoryInfo folder)
    {
        var test = new TestApplication($"--Aspire:Store:Path={folder.FullName}");
        var parameter = test.Builder.AddParameter(name, new GenerateParameterDefault { MinLength = 30 }, secret: true, persist: true);
        await using var application = await test.Start();
        return await Value(parameter);
    }

    private static async Task<string?> Value(IResourceBuilder<ParameterResource> parameter) => await parameter.Resource.GetValueAsync(Limit.Token);
}

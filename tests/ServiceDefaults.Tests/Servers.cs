[assembly: AssemblyFixture(typeof(Regional.Tests.PostgreSqlFixture))]
[assembly: AssemblyFixture(typeof(Regional.Tests.RedisFixture))]

[assembly: AssemblyFixture(typeof(Regional.Tests.PostgreSqlFixture))]

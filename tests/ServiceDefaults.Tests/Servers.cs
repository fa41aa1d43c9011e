[assembly: AssemblyFixture(typeof(Regional.Tests.RedisFixture))]

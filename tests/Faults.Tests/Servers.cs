[assembly: AssemblyFixture(typeof(Regional.Tests.PostgreSqlFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)] // each test has the machine to itself: what is frozen or killed must not slow another

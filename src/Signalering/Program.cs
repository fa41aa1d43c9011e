using Regional.EventLog;
using Regional.ServiceDefaults;
using Regional.Signalering;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSignalering();

var app = builder.Build();
app.MapServiceDefaults();
app.MapEventFeed();
app.MapGrpcService<SignaleringApi>();
await app.RunAsync();

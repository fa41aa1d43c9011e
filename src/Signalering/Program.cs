using Regional.EventLog;
using Regional.ServiceDefaults;
using Regional.Signalering;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddSignalering();

var app = builder.Build();
app.MapServiceDefaults();
app.MapEventFeed();
app.MapGrpcService<SignaleringApi>();
await app.RunAsync();

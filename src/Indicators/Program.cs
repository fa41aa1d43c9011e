using Regional.EventLog;
using Regional.Indicators;
using Regional.ServiceDefaults;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddIndicators();

var app = builder.Build();
app.MapServiceDefaults();
app.MapFollower();
app.MapGrpcService<IndicatorsApi>();
await app.RunAsync();

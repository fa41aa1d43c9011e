using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.ServiceDefaults;

/// <summary>Gives a service the regions that are hosted here.</summary>
public static class RegionsExtensions
{
    /// <summary>Loads the regions from <c>Regions:Path</c>, or from <c>regions</c> below the working folder.</summary>
    /// <exception cref="StartupFaultException">A region file has a fault; the message names the first.</exception>
    public static IHostApplicationBuilder AddRegions(this IHostApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddSingleton(Regions.Load(builder.Configuration["Regions:Path"] ?? "regions"));
            return builder;
        }
        catch (BrokenRegionsException broken)
        {
            throw new StartupFaultException(broken.Message);
        }
    }
}

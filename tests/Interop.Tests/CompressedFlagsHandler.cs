namespace Regional.Interop.Tests;

/// <summary>Keeps the compressed flags of the last response of a channel.</summary>
internal sealed class CompressedFlagsHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    public CompressedFlags Last { get; private set; } = new(Stream.Null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Last = new CompressedFlags(await response.Content.ReadAsStreamAsync(cancellationToken));
        var content = new StreamContent(Last);
        foreach (var (name, values) in response.Content.Headers)
        {
            content.Headers.Add(name, values);
        }

        response.Content = content;
        return response;
    }
}

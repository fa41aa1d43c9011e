using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's program, run on a thread of its own and kept waiting wherever the test has its turn.</summary>
internal sealed class AppHostProgram : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Several tests may run a program at the same time: each hears the events of all.
    private static readonly AsyncLocal<AppHostProgram?> Current = new();

    private readonly Assembly _assembly;
    private readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> _configure;
    private readonly IDisposable _listening;
    private IDisposable? _hearing;
    private readonly TaskCompletionSource<IDistributedApplicationBuilder> _described = NewSource<IDistributedApplicationBuilder>();
    private readonly TaskCompletionSource<DistributedApplication> _built = NewSource<DistributedApplication>();
    private readonly TaskCompletionSource<bool> _mayBuild = NewSource<bool>();
    private readonly TaskCompletionSource<bool> _mayRun = NewSource<bool>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AppHostProgram(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        _assembly = assembly;
        _configure = configure;
        _listening = DiagnosticListener.AllListeners.Subscribe(this);
        new Thread(() => Run(args)) { IsBackground = true, Name = assembly.GetName().Name }.Start();
    }

    /// <summary>Waits until the program wants to build its application.</summary>
    public Task<IDistributedApplicationBuilder> DescribedAsync(CancellationToken cancellation) => _described.Task.WaitAsync(cancellation);

    /// <summary>Lets it build, and waits until it has.</summary>
    public Task<DistributedApplication> BuiltAsync(CancellationToken cancellation)
    {
        _mayBuild.TrySetResult(true);
        return _built.Task.WaitAsync(cancellation);
    }

    /// <summary>Lets it go on from there.</summary>
    public void GoOn() => _mayRun.TrySetResult(true);

    /// <summary>Ends it where it is kept waiting; once it runs, nothing comes of this.</summary>
    public void GiveUp()
    {
        _mayBuild.TrySetResult(false);
        _mayRun.TrySetResult(false);
    }

    public Task EndedAsync() => _ended.Task;

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == HandOver.ListenerName)
        {
            _hearing = value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value)
        {
            case { Key: HandOver.ConstructingEvent, Value: (DistributedApplicationOptions options, HostApplicationBuilderSettings settings) }:
                options.AssemblyName = _assembly.GetName().Name;
                options.DisableDashboard = true;
                settings.Configuration = new ConfigurationManager();
                settings.Configuration.AddInMemoryCollection([KeyValuePair.Create("DcpPublisher:RandomizePorts", (string?)"true")]);
                _configure(options, settings);
                break;
            case { Key: HandOver.BuildingEvent, Value: IDistributedApplicationBuilder builder }:
                builder.Services.AddHttpClient();
                builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, TestLifetime>());
                _described.TrySetResult(builder);
                Wait(_mayBuild);
                break;
            case { Key: HandOver.BuiltEvent, Value: DistributedApplication application }:
                _built.TrySetResult(application);
                Wait(_mayRun);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Wait(TaskCompletionSource<bool> turn)
    {
        if (!turn.Task.GetAwaiter().GetResult())
        {
            throw new OperationCanceledException("The test has given the application up.");
        }
    }

    private void Run(string[] args)
    {
        Current.Value = this;
        Exception end = new InvalidOperationException($"The program of {_assembly.GetName().Name} has ended without building an application.");
        try
        {
            var main = _assembly.EntryPoint ?? throw new InvalidOperationException($"{_assembly.GetName().Name} is not a program.");
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [args]);
        }
        catch (TargetInvocationException exception)
        {
            end = exception.InnerException!;
        }
        catch (InvalidOperationException exception)
        {
            end = exception;
        }

        _listening.Dispose();
        _hearing?.Dispose();
        _described.TrySetException(end);
        _built.TrySetException(end);
        _ended.TrySetResult();
    }

    /// <summary>The application lives as long as the test lets it.</summary>
    private sealed class TestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

using System.Runtime.InteropServices;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Turns Ctrl-C and the system's request to end into a token, so that commands that go on for ever end in order.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    internal StopSignal() => _registrations =
        [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _source.Cancel();
    });
}

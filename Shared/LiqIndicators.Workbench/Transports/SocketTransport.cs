using System.Net.WebSockets;
using LiqIndicators.MarketData.Ports;
using Websocket.Client;
using Websocket.Client.Exceptions;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Opens streams by Websocket.Client. It opens each once: when to try again is the feed's decision.</summary>
internal sealed class SocketTransport(OwnerThread owner) : IStreamTransport
{
    /// <inheritdoc/>
    public IStreamConnection Open(Uri address, IStreamListener listener)
    {
        Connection connection = new(address, listener, owner);
        _ = connection.Start();
        return connection;
    }

    private sealed class Connection : IStreamConnection, IDisposable
    {
        private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

        private readonly WebsocketClient _client;
        private readonly IStreamListener _listener;
        private readonly OwnerThread _owner;
        private readonly List<IDisposable> _hearing = [];
        private bool _isClosed;

        internal Connection(Uri address, IStreamListener listener, OwnerThread owner)
        {
            _listener = listener;
            _owner = owner;
            _client = new WebsocketClient(address, logger: null, connectionFactory: BoundedSocket.Connect)
            {
                IsReconnectionEnabled = false,
                ConnectTimeout = ConnectTimeout,
                LostReconnectTimeout = null,
                ReconnectTimeout = null,
                ErrorReconnectTimeout = null,
            };
            _hearing.Add(_client.MessageReceived.Subscribe(new Hearer<ResponseMessage>(Take)));
            _hearing.Add(_client.DisconnectionHappened.Subscribe(new Hearer<DisconnectionInfo>(info => Post(() => End(ReasonOf(info))))));
        }

        public void Send(string text)
        {
            if (!_isClosed)
            {
                _client.Send(text);
            }
        }

        public void Close()
        {
            if (!_isClosed)
            {
                _isClosed = true;
                foreach (IDisposable hearing in _hearing)
                {
                    hearing.Dispose();
                }

                _ = Task.Run(_client.Dispose);
            }
        }

        public void Dispose() => Close();

        internal async Task Start()
        {
            try
            {
                await _client.StartOrFail().ConfigureAwait(false);
                Post(_listener.Opened);
            }
            catch (Exception e) when (e is WebsocketException or WebSocketException or HttpRequestException or IOException or OperationCanceledException)
            {
                string reason = e.GetBaseException().Message;
                Post(() => End(reason));
            }
        }

        private static string ReasonOf(DisconnectionInfo info) =>
            info.Exception?.GetBaseException().Message ?? info.CloseStatusDescription ?? info.Type.ToString();

        private void Take(ResponseMessage message)
        {
            if (message.Text is { } text)
            {
                Post(() => _listener.TextReceived(text));
            }
        }

        private void End(string reason)
        {
            Close();
            _listener.Closed(reason);
        }

        // What was posted before the end and is taken after it is about a stream that is no more.
        private void Post(Action action) => _owner.Post(() =>
        {
            if (!_isClosed)
            {
                action();
            }
        });
    }

    private sealed class Hearer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}

namespace cAlgo.API;

public enum WebSocketClientState
{
    None,
    Connecting,
    Open,
    CloseSent,
    CloseReceived,
    Closed,
    Aborted,
}

public enum WebSocketClientCloseStatus
{
    Empty,
    EndpointUnavailable,
    InternalServerError,
    InvalidMessageType,
    InvalidPayloadData,
    MandatoryExtension,
    MessageTooBig,
    NormalClosure,
    PolicyViolation,
    ProtocolError,
}

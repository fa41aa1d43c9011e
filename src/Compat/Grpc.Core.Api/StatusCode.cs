namespace Grpc.Core;

/// <summary>How a call ended. The numbers are those of the gRPC protocol.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The caller gave the call up.</summary>
    Cancelled = 1,

    /// <summary>Something went wrong that no other code describes.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call was done; its effect may or may not have happened.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a limit or a store is exhausted.</summary>
    ResourceExhausted = 8,

    /// <summary>The system's state must change first; trying again does not help.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with something that happened at the same time; the whole operation may be tried again.</summary>
    Aborted = 10,

    /// <summary>A position lies outside what there is, now.</summary>
    OutOfRange = 11,

    /// <summary>The method does not exist here or is not supported.</summary>
    Unimplemented = 12,

    /// <summary>Something that must hold within the system does not.</summary>
    Internal = 13,

    /// <summary>The service is out of reach for the moment; the same call may be tried again.</summary>
    Unavailable = 14,

    /// <summary>Data are lost or damaged beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller has not shown who it is.</summary>
    Unauthenticated = 16,
}

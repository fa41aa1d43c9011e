namespace Regional.EventLog.Faults;

/// <summary>A moment in the life of a commit at which it hurts to die.</summary>
internal enum FaultPoint
{
    /// <summary>The log is locked, and nothing is stored.</summary>
    AfterLock = 1,

    /// <summary>All is written, and nothing is committed.</summary>
    AfterInsert,

    /// <summary>All is stored, and nobody knows.</summary>
    AfterCommit,

    /// <summary>Who waited is answered, and followers are not told.</summary>
    BeforeBell,

    /// <summary>Of a follower: the effect of a page is written, and the cursor has not moved.</summary>
    AfterEffect,
}

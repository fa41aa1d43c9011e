namespace Aspire.Hosting;

/// <summary>The application cannot run as it is described; the message says what to do, in one line.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public class DistributedApplicationException(string message) : Exception(message);

/// <summary>A parameter has no value.</summary>
/// <param name="message">Which, and how to give it one.</param>
public class MissingParameterValueException(string message) : DistributedApplicationException(message);

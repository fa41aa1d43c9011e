using Regional.Cli;

return (int)await RegionalCli.Run(args, Terminal.OfProcess());

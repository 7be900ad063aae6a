using Junheng.Cli;

return JunhengProgram.Run(args, Terminal.OfProcess());

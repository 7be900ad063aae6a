using Junheng.Cli;
using Junheng.Cli.Databases;

DatabaseCommands.AllowCompiledQueries(args);
return JunhengProgram.Run(args, Terminal.OfProcess());

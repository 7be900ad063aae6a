using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Junheng.Cli.Tests")]

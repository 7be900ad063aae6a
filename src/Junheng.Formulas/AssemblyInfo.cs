using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Junheng.Formulas.Tests")]

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Junheng.Documents.Tests")]

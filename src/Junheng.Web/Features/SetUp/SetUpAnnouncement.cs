using Junheng.Application.SetUp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Junheng.Web.Features.SetUp;

/// <summary>Where there is no account yet, prints the link that makes the first ones on the console of whoever started the program. Each start without accounts prints a new one.</summary>
internal class SetUpAnnouncement(FirstAdministrators first, IServer server)
{
    /// <summary>Prints a link, once the program listens.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await first.NewLinkAsync(cancellation) is var (token, expiresAt))
        {
            var origin = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
            Print($"{origin.TrimEnd('/')}/set-up/{token}", expiresAt);
        }
    }

    /// <summary>Writes the link where its reader sees it.</summary>
    protected virtual void Print(string link, DateTimeOffset expiresAt)
    {
        Console.WriteLine($"还没有账号。请在 {expiresAt.LocalDateTime:yyyy-MM-dd HH:mm} 前打开此链接建立管理员（只能用一次）/ There is no account yet. Open this link once to make the administrators:");
        Console.WriteLine($"  {link}");
    }
}

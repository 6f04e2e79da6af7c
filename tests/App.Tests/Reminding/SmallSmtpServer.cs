using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Styrkedja.App.Reminding;

/// <summary>A mail server on the machine itself that speaks enough SMTP to take letters in, or to turn some away.</summary>
internal sealed class SmallSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmallSmtpServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The receivers that the server will not take letters to.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Letters taken in, each with its receiver and its lines as they came.</summary>
    public List<(string To, string Data)> Letters { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            for (; ; )
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await Speak(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task Speak(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 small");
        var to = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT")
                to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var data = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                    data.AppendLine(text);
                Letters.Add((to, data.ToString()));
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : verb == "RCPT" && Refused.Contains(to) ? "550 no such person" : verb == "EHLO" ? "250 small" : "250 ok");
            if (verb == "QUIT")
                return;
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Styrkedja.Bench.Measuring;

/// <summary>A web server in a process of its own, from its start until it is no longer needed.</summary>
public sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, string url) => (_process, Url) = (process, url);

    public string Url { get; }

    /// <summary>From the start of the process until the first whole answer.</summary>
    public double SecondsToFirstAnswer { get; private set; }

    /// <summary>Starts a program of ours and waits for a path to answer.</summary>
    /// <param name="arguments">The program and its arguments; {url} is where it is to listen.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer within a minute.</exception>
    public static Server Start(string path, params string[] arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", arguments.Select(a => a.Replace("{url}", url, StringComparison.Ordinal))) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var watch = Stopwatch.StartNew();
        var server = new Server(Process.Start(start)!, url);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        server._process.ErrorDataReceived += (_, _) => { };
        server._process.BeginErrorReadLine();
        while (true)
        {
            try
            {
                client.GetStringAsync(url + path).GetAwaiter().GetResult();
                server.SecondsToFirstAnswer = watch.Elapsed.TotalSeconds;
                return server;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException && !server._process.HasExited && watch.Elapsed.TotalSeconds < 60)
            {
                Thread.Sleep(1);
            }
            catch (HttpRequestException e)
            {
                server.Dispose();
                throw new InvalidOperationException($"{url}{path}: {e.Message}");
            }
        }
    }

    /// <summary>Processor time that the server has used so far, which tells more than the clock when others use the machine too.</summary>
    public double ProcessorSeconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    public string Get(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return client.GetStringAsync(Url + path).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

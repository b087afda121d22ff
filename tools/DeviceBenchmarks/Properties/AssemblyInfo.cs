using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Benchmarks.Device")]
[assembly: AssemblyDescription("Measures LwM2M Bootstrap from Smartcard where it runs")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

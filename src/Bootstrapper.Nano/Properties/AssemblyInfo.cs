using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Nano")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard for .NET nanoFramework")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

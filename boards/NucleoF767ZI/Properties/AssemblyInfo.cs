using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.NucleoF767ZI")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on NUCLEO-F767ZI")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

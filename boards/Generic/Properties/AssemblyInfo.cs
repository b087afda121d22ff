using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.Generic")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on a board of one's own")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

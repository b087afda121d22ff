using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.LilyGoTA7670")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on LilyGO T-A7670")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

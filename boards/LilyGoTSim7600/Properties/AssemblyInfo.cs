using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.LilyGoTSim7600")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on LilyGO T-SIM7600")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

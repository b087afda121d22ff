using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.LilyGoTSim7000G")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on LilyGO T-SIM7000G")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

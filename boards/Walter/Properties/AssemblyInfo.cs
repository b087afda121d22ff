using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.Walter")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on DPTechnics Walter")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

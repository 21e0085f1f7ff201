import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * Links every class of a jar as the JVM would, verification and the types of all members included, and compares with
 * what another jar says of the same classes: java Links.java WHOLE NARROW.
 */
class Links {

  public static void main(String[] jars) throws Exception {
    var whole = faults(jars[0]);
    var narrow = faults(jars[1]);
    var worse = new TreeMap<>(narrow);
    worse.entrySet().removeIf(fault -> fault.getValue().equals(whole.getOrDefault(fault.getKey(), "")));
    worse.entrySet().removeIf(fault -> fault.getValue().isEmpty());
    worse.forEach((name, fault) -> System.out.println(name + ": " + fault));
    var optional = narrow.values().stream().filter(fault -> !fault.isEmpty()).count();
    System.out.printf("links: %d classes, %d of them need optional libraries in both jars, %d are broken%n",
        narrow.size(), optional - worse.size(), worse.size());
    System.exit(worse.isEmpty() && narrow.size() > 1000 ? 0 : 1);
  }

  private static Map<String, String> faults(String jar) throws Exception {
    var faults = new TreeMap<String, String>();
    try (var file = new JarFile(jar);
        var loader = new URLClassLoader(new URL[] {new File(jar).toURI().toURL()}, ClassLoader.getPlatformClassLoader())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .forEach(name -> faults.put(name, fault(loader, name)));
    }
    return faults;
  }

  private static String fault(ClassLoader loader, String name) {
    try {
      var type = Class.forName(name, false, loader);
      type.getDeclaredMethods();
      type.getDeclaredConstructors();
      type.getDeclaredFields();
      return "";
    } catch (ClassNotFoundException | LinkageError e) {
      return e.toString();
    }
  }
}

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.HashMap;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCClientConfiguration;
import net.corda.core.messaging.ClientRpcSslOptions;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.utilities.NetworkHostAndPort;
import net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme;

/** rpc.js for Java 17, which has no JavaScript, and runs this file as it is. What it does and why is written there. */
public final class Rpc {
  private static final long began = System.currentTimeMillis();

  public static void main(String[] words) {
    int patience = Integer.parseInt(words[1]);
    int lifetime = Integer.parseInt(words[2]);
    Thread watch =
        new Thread(
            () -> {
              sleep(lifetime);
              say("! no answer in " + lifetime + " s");
              end();
            });
    watch.setDaemon(true);
    watch.start();
    try {
      AMQPClientSerializationScheme.Companion.initialiseSerialization(
          null, Collections.emptySet(), Collections.emptySet(), new HashMap<>());
      CordaRPCOps node = connection(NetworkHostAndPort.parse(words[0]), patience);
      say("=");
      BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
      for (String line = input.readLine(); line != null; line = input.readLine()) say("= " + answer(node, line));
    } catch (Throwable fault) {
      say("! " + fault);
    }
    end();
  }

  private static CordaRPCOps connection(NetworkHostAndPort address, int patience) throws Exception {
    for (; ; ) {
      try {
        new Socket(address.getHost(), address.getPort()).close();
        return new CordaRPCClient(address, CordaRPCClientConfiguration.DEFAULT, tls())
            .start("chancery_drain", System.getenv("DRAIN_PASSWORD"))
            .getProxy();
      } catch (Exception fault) {
        if (System.currentTimeMillis() - began > patience * 1000L) throw fault;
        sleep(5);
      }
    }
  }

  private static ClientRpcSslOptions tls() {
    String password = System.getenv("RPC_KEY_STORE_PASSWORD");
    return password == null ? null : new ClientRpcSslOptions(Paths.get("/etc/corda-rpc/keystore.jks"), password, "JKS");
  }

  private static String answer(CordaRPCOps node, String question) {
    switch (question) {
      case "draining":
        return String.valueOf(node.isFlowsDrainingModeEnabled());
      case "flows":
        return String.valueOf(node.stateMachinesSnapshot().size());
      case "drain":
        node.setFlowsDrainingModeEnabled(true);
        return "";
      case "resume":
        node.setFlowsDrainingModeEnabled(false);
        return "";
      case "terminate":
        node.terminate(true);
        return "";
      default:
        throw new IllegalArgumentException(question);
    }
  }

  private static void say(String line) {
    System.out.println(line.replaceAll("\\s+", " "));
  }

  private static void sleep(int seconds) {
    try {
      Thread.sleep(seconds * 1000L);
    } catch (InterruptedException none) {
      end();
    }
  }

  /** Threads of RPC do not end by themselves. */
  private static void end() {
    Runtime.getRuntime().halt(0);
  }
}

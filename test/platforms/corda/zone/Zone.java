import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCClientConfiguration;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.core.contracts.Amount;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.internal.InternalUtils;
import net.corda.core.internal.SignedDataWithCert;
import net.corda.core.messaging.ClientRpcSslOptions;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.messaging.FlowHandle;
import net.corda.core.node.NetworkParameters;
import net.corda.core.node.NodeInfo;
import net.corda.core.node.NotaryInfo;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.utilities.ByteSequence;
import net.corda.core.utilities.NetworkHostAndPort;
import net.corda.core.utilities.OpaqueBytes;
import net.corda.finance.contracts.asset.Cash;
import net.corda.finance.flows.AbstractCashFlow;
import net.corda.finance.flows.CashIssueAndPaymentFlow;
import net.corda.nodeapi.internal.SignedNodeInfo;
import net.corda.nodeapi.internal.network.NetworkMap;
import net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme;

/**
 * What only Corda's own classes can do for a test: they write the AMQP of a network map, and speak RPC. A line of the input is a command
 * with tabs between its words, a line of the output is its answer. The network map is what NetworkMapServer of corda 4.10
 * (testing/node-driver) serves, without its HTTP.
 */
public final class Zone {
  public static void main(String[] none) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err); // for what the libraries print
    AMQPClientSerializationScheme.Companion.initialiseSerialization(
        Zone.class.getClassLoader(), Collections.emptySet(), Collections.emptySet(), new java.util.HashMap<>());
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String answer;
      try {
        answer = "= " + answerTo(line.split("\t"));
      } catch (Throwable problem) {
        answer = "! " + String.valueOf(problem).replace('\n', ' ');
      }
      answers.println(answer);
      answers.flush();
    }
    System.exit(0); // connections of RPC leave threads
  }

  private static String answerTo(String[] words) throws Exception {
    switch (words[0]) {
      case "described":
        return described(words[1]);
      case "parameters":
        return parameters(words);
      case "map":
        List<SecureHash> nodes =
            Arrays.stream(words).skip(4).map(SecureHash::create).collect(Collectors.toList());
        return signed(new NetworkMap(nodes, SecureHash.create(words[3]), null), words);
      case "keystore":
        return keyStore(words);
      case "trust":
        trusted.put(words[1], new ClientRpcSslOptions(Paths.get(words[2]), words[3], "JKS"));
        return "";
      case "distrust":
        trusted.remove(words[1]);
        return "";
      default:
        return asked(words);
    }
  }

  /** Hash and names of a node that published itself; refused when its signatures are wrong. */
  private static String described(String base64) {
    SignedNodeInfo info = nodeInfo(base64);
    return info.getRaw().getHash() + "\t" + names(info.verified().getLegalIdentities());
  }

  /** Words: parameters, key, certificate, minimum platform version, then a notary and whether it validates, each. */
  private static String parameters(String[] words) throws Exception {
    List<NotaryInfo> notaries = new ArrayList<>();
    for (int at = 4; at < words.length; at += 2) {
      List<Party> identities = nodeInfo(words[at]).verified().getLegalIdentities();
      Party service = identities.get(identities.size() - 1);
      notaries.add(new NotaryInfo(service, Boolean.parseBoolean(words[at + 1])));
    }
    int megabytes = 10 * 1024 * 1024;
    return signed(
        new NetworkParameters(
            Integer.parseInt(words[3]), notaries, megabytes, megabytes, Instant.now(), 1,
            Collections.emptyMap(), Duration.ofDays(30), Collections.emptyMap()),
        words);
  }

  /** Truststores by the address of RPC. Others have no TLS. */
  private static final Map<String, ClientRpcSslOptions> trusted = new HashMap<>();

  /** Words: keystore, password, and files with a key and its certificate. A key store as cert-manager makes it. */
  private static String keyStore(String[] words) throws Exception {
    char[] password = words[1].toCharArray();
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    store.setKeyEntry("certificate", privateKey(words[2]), password, new X509Certificate[] {certificate(words[3])});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static PrivateKey privateKey(String file) throws Exception {
    byte[] bytes = Files.readAllBytes(Paths.get(file));
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static X509Certificate certificate(String file) throws Exception {
    try (InputStream bytes = Files.newInputStream(Paths.get(file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }
  }

  private static String signed(Object content, String[] words) throws Exception {
    SignedDataWithCert<Object> signed =
        InternalUtils.signWithCert(content, privateKey(words[1]), certificate(words[2]));
    SerializationFactory factory = SerializationFactory.Companion.getDefaultFactory();
    byte[] bytes = factory.serialize(signed, factory.getDefaultContext()).getBytes();
    return signed.getRaw().getHash() + "\t" + Base64.getEncoder().encodeToString(bytes);
  }

  private static SignedNodeInfo nodeInfo(String base64) {
    SerializationFactory factory = SerializationFactory.Companion.getDefaultFactory();
    byte[] bytes = Base64.getDecoder().decode(base64);
    return factory.deserialize(
        ByteSequence.of(bytes), SignedNodeInfo.class, factory.getDefaultContext());
  }

  /** Words: what, host, port, user, password, and more that depend on it. */
  private static String asked(String[] words) throws Exception {
    NetworkHostAndPort address = new NetworkHostAndPort(words[1], Integer.parseInt(words[2]));
    ClientRpcSslOptions tls = trusted.get(address.toString());
    try (CordaRPCConnection connection =
        new CordaRPCClient(address, CordaRPCClientConfiguration.DEFAULT, tls).start(words[3], words[4])) {
      CordaRPCOps node = connection.getProxy();
      switch (words[0]) {
        case "network":
          return node.networkMapSnapshot().stream()
              .map(one -> names(one.getLegalIdentities()) + " at " + one.getAddresses())
              .sorted()
              .collect(Collectors.joining("\t"));
        case "key":
          return node.nodeInfo().getLegalIdentities().stream()
              .map(one -> SecureHash.sha256(one.getOwningKey().getEncoded()).toString())
              .collect(Collectors.joining("\t"));
        case "pay":
          return payment(node, words).getReturnValue().get().getStx().getId().toString();
        case "begin":
          return payment(node, words).getId().toString();
        case "draining":
          return String.valueOf(node.isFlowsDrainingModeEnabled());
        case "cash":
          return node.vaultQuery(Cash.State.class).getStates().stream()
              .map(one -> String.valueOf(one.getState().getData().getAmount().getQuantity()))
              .sorted()
              .collect(Collectors.joining("\t"));
        default:
          throw new IllegalArgumentException(words[0]);
      }
    }
  }

  private static FlowHandle<AbstractCashFlow.Result> payment(CordaRPCOps node, String[] words) {
    return node.startFlowDynamic(
        CashIssueAndPaymentFlow.class,
        new Amount<>(Long.parseLong(words[5]), Currency.getInstance("USD")),
        OpaqueBytes.of((byte) 1),
        node.wellKnownPartyFromX500Name(CordaX500Name.parse(words[6])),
        false,
        node.notaryPartyFromX500Name(CordaX500Name.parse(words[7])));
  }

  private static String names(List<Party> identities) {
    return identities.stream().map(one -> one.getName().toString()).collect(Collectors.joining(" and "));
  }
}

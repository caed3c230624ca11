package baton.local;

import baton.local.demo.DemoWorkspace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is printed when Baton has started: where it answers, who may ask, and lines that work as they stand.
record Welcome(LocalBaton baton, DemoWorkspace workspace, Path settings) {

  String text() {
    return """

        Baton answers at %s

        The demo workspace began with Sam (super admin), Mia (manager), Ana and Bo (Support), Cy (Sales).
        Tokens of those who may come in, for the lines below:

        %s
        %s
        Ana looks at the queue, takes the first one and answers:

        curl -s '%s/conversations?folder=unassigned' -H "authorization: Bearer $ANA"
        id=$(curl -s '%s/conversations?folder=unassigned' -H "authorization: Bearer $ANA" | sed 's/.*"conversations":\\[{"id":"\\([^"]*\\).*/\\1/')
        curl -s -X POST %s/conversations/$id/claim -H "authorization: Bearer $ANA"
        curl -s -X POST %s/conversations/$id/messages -H "authorization: Bearer $ANA" -H 'content-type: application/json' -d '{"text":"Hello Kim"}'

        What the customers got: curl -s %s/log
        What the functions print: %s
        For the AWS command line: source %s

        Notices follow as SNS publishes them. Ctrl-C ends everything.
        """.formatted(
        baton.url(), tokens(), customerWrites(), baton.url(), baton.url(), baton.url(), baton.url(),
        baton.channels().url(), baton.functionLog().toAbsolutePath(),
        ShellWord.of(settings.toAbsolutePath().toString()));
  }

  private String customerWrites() {
    if (!workspace.has("whatsapp")) {
      return "";
    }
    return """

        A customer writes on WhatsApp (the signature is made as you run it):

        body='{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},"contacts":[{"profile":{"name":"Kim"},"wa_id":"15550100123"}],"messages":[{"from":"15550100123","id":"wamid.'$RANDOM$RANDOM'","timestamp":"'$(date +%%s)'","type":"text","text":{"body":"Hello"}}]}}]}]}'
        curl -i %s -H 'content-type: application/json' -H "x-hub-signature-256: sha256=$(printf %%s "$body" | openssl dgst -sha256 -hmac '%s' | sed 's/.* //')" -d "$body"
        """.formatted(DemoWorkspace.WHATSAPP_ACCOUNT, workspace.webhook("whatsapp"), DemoWorkspace.WHATSAPP_SECRET);
  }

  private String tokens() {
    return workspace.names().stream()
        .map(name -> "%s=%s".formatted(name.toUpperCase(Locale.ROOT), workspace.token(name)))
        .collect(Collectors.joining("\n"));
  }
}

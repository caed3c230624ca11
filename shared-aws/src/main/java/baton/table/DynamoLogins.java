package baton.table;

import baton.agent.Login;
import baton.agent.Logins;
import baton.id.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// [Logins] upon the table: one consistent read, so that a withdrawn login is gone with the next question.
public final class DynamoLogins implements Logins {
  private final Table table;

  /// Upon that table.
  public DynamoLogins(Table table) {
    this.table = table;
  }

  @Override
  public List<Login> of(String issuer, String subject) {
    var expression = new Expression();
    String condition = expression.name("pk") + " = " + expression.value(Keys.logins(issuer, subject));
    return table.client()
        .queryPaginator(query -> query.tableName(table.name())
            .keyConditionExpression(condition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .consistentRead(true))
        .items().stream().map(LoginItem::read).toList();
  }

  @Override
  public Optional<Login> of(String issuer, String subject, WorkspaceId workspace) {
    return table.read(Keys.login(issuer, subject, workspace)).map(LoginItem::read);
  }
}

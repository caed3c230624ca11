package baton.access;

/// What can be allowed.
public enum Permission {
  VIEW_OWN("conversation.view.own"),
  VIEW_UNASSIGNED("conversation.view.unassigned"),
  VIEW_TEAM("conversation.view.group"),
  VIEW_ALL("conversation.view.all"),
  TAKE("conversation.take"),
  REPLY("conversation.reply"),
  ASSIGN_OTHERS("conversation.assign.others"),
  ASSIGN_TEAM("conversation.assign.group"),
  UNASSIGN("conversation.unassign"),
  CLOSE("conversation.close"),
  REOPEN("conversation.reopen"),
  PIN_SELF("contact.pin.self"),
  UNPIN_SELF("contact.unpin.self"),
  PIN_OTHERS("contact.pin.others"),
  UNPIN_ANY("contact.unpin.any"),
  BLOCK("contact.blacklist"),
  MANAGE_BLOCKED("contact.blacklist.manage"),
  VIEW_AUDIT("audit.view"),
  MANAGE_WORKSPACE("settings.manage"),
  MANAGE_AGENTS("agents.manage"),
  MANAGE_TEAMS("groups.manage"),
  MANAGE_CHANNELS("channels.manage");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  /// The word in a refusal: `conversation.take`.
  public String word() {
    return word;
  }
}

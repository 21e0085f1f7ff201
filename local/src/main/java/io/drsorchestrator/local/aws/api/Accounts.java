package io.drsorchestrator.local.aws.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which account an access key belongs to; unknown keys belong to the default account. */
public final class Accounts {

  private final String defaultAccountId;
  private final Map<String, String> accountIds;

  public Accounts(String defaultAccountId, Map<String, String> accountIds) {
    this.defaultAccountId = defaultAccountId;
    this.accountIds = new ConcurrentHashMap<>(accountIds);
  }

  /** From now on {@code accessKeyId} calls in the name of {@code accountId}. */
  public void register(String accessKeyId, String accountId) {
    accountIds.put(accessKeyId, accountId);
  }

  /** Whether {@code accountId} is the one of those who have no key of another. */
  public boolean isDefault(String accountId) {
    return accountId.equals(defaultAccountId);
  }

  /** Where {@code credential} acts. */
  public AwsLocation locate(Credential credential) {
    String account = accountIds.getOrDefault(credential.accessKeyId(), defaultAccountId);
    return new AwsLocation(account, credential.region());
  }
}

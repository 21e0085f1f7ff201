package io.drsorchestrator.adapter.out.sts;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.DrsScope;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The ARN of the role to assume; nothing that is stored reaches it unchecked (D31). */
final class RoleArn {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

  private RoleArn() {}

  /** Of the partition that the Region is in: aws, aws-us-gov, aws-cn and whatever comes. */
  static String of(DrsScope scope) {
    var account = scope.account();
    return "arn:%s:iam::%s:role/%s"
        .formatted(
            PartitionMetadata.of(Region.of(scope.region())).id(),
            checked("account id", account.accountId(), ACCOUNT, "12 digits"),
            checked(
                "role name",
                account.roleName(),
                NAME,
                "1 to 64 letters, digits and _+=,.@-, without a path"));
  }

  private static String checked(String what, String value, Pattern allowed, String words) {
    if (!allowed.matcher(value).matches()) {
      var message =
          "The %s of the target account is '%s', allowed: %s"
              .formatted(what, printable(value), words);
      throw new AwsRefusedException(message, new IllegalArgumentException(message));
    }
    return value;
  }

  private static String printable(String value) {
    var shown = value.replaceAll("[^\\x20-\\x7e]", "?");
    return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
  }
}

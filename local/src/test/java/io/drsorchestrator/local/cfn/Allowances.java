package io.drsorchestrator.local.cfn;

import java.util.Set;

/** What the handler's role may do although no call in the adapters needs it, and why. */
final class Allowances {

  /**
   * Done by DRS in the caller's name, on top of what the role allows only while DRS calls.
   * Describing and launching permissions are those of
   * AWSElasticDisasterRecoveryConsoleFullAccess_v2.
   */
  static final Set<String> OF_DRS =
      Set.of(
          "drs:CreateRecoveryInstanceForDrs",
          "drs:ListTagsForResource",
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeCapacityReservations",
          "ec2:DescribeHosts",
          "ec2:DescribeImages",
          "ec2:DescribeInstanceAttribute",
          "ec2:DescribeInstanceStatus",
          "ec2:DescribeInstanceTypeOfferings",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeKeyPairs",
          "ec2:DescribeLaunchTemplateVersions",
          "ec2:DescribeLaunchTemplates",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSnapshots",
          "ec2:DescribeSubnets",
          "ec2:DescribeVolumes",
          "ec2:GetEbsDefaultKmsKeyId",
          "ec2:GetEbsEncryptionByDefault",
          "ec2:GetInstanceTypesFromInstanceRequirements",
          // UpdateLaunchConfiguration makes and removes versions of the launch template as the
          // caller.
          "ec2:CreateLaunchTemplateVersion",
          "ec2:DeleteLaunchTemplateVersions",
          "ec2:ModifyLaunchTemplate",
          "iam:GetInstanceProfile",
          "iam:PassRole",
          "kms:CreateGrant",
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");

  /** Done by Lambda, DynamoDB and SNS for the function: logs, traces, dead letters, keys. */
  static final Set<String> OF_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "sqs:SendMessage",
          "kms:GenerateDataKey");

  /** Implied by a call: StartRecovery sends tags. */
  static final Set<String> IMPLIED = Set.of("drs:TagResource");

  private Allowances() {}
}

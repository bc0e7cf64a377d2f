using System.Runtime.CompilerServices;

namespace Injector.Agent.Tests;

/// <summary>
/// Every endpoint the agent calls and every shape of an error it can meet has a test, named here; or a reason why there is none. The server's side of
/// the same rows is held by the sandbox's own table.
/// </summary>
public sealed class ApiCoverageTests
{
    private const string Unused = "The agent does not call it.";

    private static readonly Dictionary<string, string> Endpoints = new(StringComparer.Ordinal)
    {
        ["PUT auth/M/login, kubernetes"] = "LoginMethodsTests.Kubernetes_SendsRoleAndTokenToTheMount",
        ["PUT auth/M/login, jwt"] = "LoginMethodsTests.Jwt_RemovesTheFileAndKeepsItsContent",
        ["PUT auth/M/login, approle"] = "LoginMethodsTests.AppRole_SendsBothIds",
        ["PUT auth/M/login, cert"] = "LoginMethodsTests.Certificate_SendsItsNameOrNothing",
        ["PUT auth/M/login, wrapped"] = "LoginMethodsTests.WrappedLogin_GivesTheWrapInfo",
        ["login that answers a batch token"] = "TokenKeeperTests.T4_TokenThatCannotBeRenewed_IsReplacedBeforeItsEnd",
        ["login that answers a token with few uses"] = "TokenKeeperTests.TokenWithFewUses_IsWarnedAbout",
        ["login without a token in its answer"] = "LoginMethodsTests.AnswerWithoutToken_IsAFault",
        ["GET auth/token/lookup-self"] = "LoginMethodsTests.TokenFile_IsCheckedWithALookup",
        ["PUT auth/token/renew-self"] = "TokenKeeperTests.T6_RenewalLeavesTheIncrementToTheServer",
        ["PUT auth/token/revoke-self"] = "AgentHostTests.A14_Sidecar_EndsByTheQuitEndpointAndRevokesItsToken",
        ["PUT sys/leases/renew"] = "LeaseLifeTests.RenewsAtOnceAndThenAfterAbout70Percent",
        ["PUT sys/leases/renew, shrinking"] = "RenewalClockTests.T3_EndsWhenTheLeaseStopsGrowing",
        ["PUT sys/leases/renew, lease not found"] = "LeaseLifeTests.RevokedLeaseIsReplacedAtTheNextRenewal",
        ["PUT sys/leases/renew, not allowed"] = "LeaseLifeTests.LeaseThatMayNotBeRenewed_IsReplacedAtTheThreshold",
        ["PUT sys/wrapping/unwrap"] = "LoginMethodsTests.AppRole_UnwrapsItsSecretIdOnce",
        ["PUT sys/wrapping/lookup"] = "LoginMethodsTests.AppRole_WrappedSomewhereElse_IsASecurityFault",
        ["PUT sys/wrapping/wrap"] = "SinkTests.S5_WrappedSink_ReceivesTheWrapInfo",
        ["GET sys/internal/ui/mounts/P, version 2"] = "MountTableTests.OneMount_IsLookedUpOnceForParallelReads",
        ["GET sys/internal/ui/mounts/P, others"] = "MountTableTests.OtherMounts_LeaveThePath",
        ["GET sys/internal/ui/mounts/P, failed"] = "MountTableTests.FailedLookup_LeavesThePathAndIsNotRemembered",
        ["GET sys/internal/ui/mounts/P, in a namespace"] = "MountTableTests.NamespaceInTheMount_IsNotAddedTwice",
        ["paths below version 2, reads"] = "KvPathTests.Reads_GoBelowData",
        ["paths below version 2, lists"] = "KvPathTests.Lists_GoBelowMetadata",
        ["GET M/data/P"] = "FirstPublicationTests.Publishes_KvVersion2WithDetectedMount",
        ["GET M/data/P?version=N"] = "FirstPublicationTests.AsksForAPinnedVersion",
        ["GET M/data/P, deleted or destroyed"] = "FirstPublicationTests.DeletedOrDestroyedVersionDoesNotExist",
        ["GET M/data/P, to be deleted later"] = "KvVersionStateTests.DeletedAndDestroyed_AreGone",
        ["GET M/metadata/P"] = "VersionCheckTests.UnchangedVersionIsNotReadAgain",
        ["GET M/metadata/P, forbidden"] = "VersionCheckTests.ClosedMetadataAreAskedForOnce",
        ["GET M/metadata/P?list=true"] = "HttpVaultClientTests.R2_MethodsAndLists",
        ["GET M/metadata/P?list=true, empty"] = "FirstPublicationTests.EmptyListIsAnAnswer",
        ["PUT M/data/P"] = "FirstPublicationTests.SharedWriteIsOneIssue",
        ["GET of KV version 1"] = "FirstPublicationTests.Publishes_KvVersion1",
        ["PUT of KV version 1, answered with 204"] = "FirstPublicationTests.WriteThatReturnsNothingIsNeverRepeated",
        ["GET database/creds/R"] = "LeaseLifeTests.Week_OneLeaseAtATime_NeverDead_NeverIssuedTwice",
        ["GET database/static-creds/R"] = "LifeTests.A7_StaticRoleIsReadAtTtlPlusOne",
        ["GET database/static-creds/R, rotation due"] = "LeaseClockTests.Row5_TtlZeroIsNoAnswerYet",
        ["PUT pki/issue/R"] = "CertificateTests.Week_AlwaysAValidCertificate_IssuedOnceEach",
        ["answers with auth, leases of other engines, secret ids"] = "LeaseClockTests.Plans",
        ["headers of every call"] = "HttpVaultClientTests.R4_HeadersOfEveryCall",
        ["X-Vault-Index"] = "HttpVaultClientTests.R6_IndexOfAnAnswer_IsSentWithLaterRequests",
        ["variables of the client"] = "ConnectionReaderTests.K4_FlagBeatsEnvironmentBeatsDocument",
        ["variables of OpenBao"] = "ConnectionReaderTests.BaoVariables_AreLookedUpFirst",
        ["variables with a wrong value"] = "ConnectionReaderTests.WrongValue_NamesTheVariable",
    };

    private static readonly Dictionary<string, string> Errors = new(StringComparer.Ordinal)
    {
        ["400 to 599"] = "FaultClassifierTests.Status_DecidesTheKind",
        ["every kind has a code"] = "FaultClassifierTests.EveryKind_HasItsDiagnostic",
        ["400 of a login"] = "LoginMethodsTests.RefusedLogin_NamesRoleAccountAndMountAndNeverTheToken",
        ["400 of a renewal"] = "TokenKeeperTests.T5_RefusedRenewal_GoesStraightToLogin",
        ["403 of a login"] = "TokenKeeperTests.A16_RefusedLogin_BacksOffToFiveMinutes",
        ["403 of a path"] = "StartPhaseTests.LastingRefusalEndsAfterOneConfirmation",
        ["403 of a path that was allowed"] = "WithdrawnTests.LastingRefusalKeepsOrDeletes_AndTheFileComesBack",
        ["403 of the token"] = "FaultClassifierTests.A403ForTheToken_IsNotA403ForThePath",
        ["403 of the token, while running"] = "TokenTests.RevokedToken_IsReplacedByALogin",
        ["404 without data"] = "LifeTests.A9_DeletedSecretKeepsTheFileAndSaysSo",
        ["404 with data"] = "FaultClassifierTests.A404WithData_IsAnAnswer",
        ["404 with warnings"] = "FaultClassifierTests.A404WithWarnings_IsAnAnswer",
        ["412, 429, 472, 473, 5xx of a running server"] = "StatusTests.FailureStatus_IsSaidOnceAndRetriedWithGrowingPauses",
        ["429 with Retry-After"] = "QuotaTests.RetryAfter_IsObeyedBeyondOurOwnPauses",
        ["Retry-After in both forms, and absurd"] = "HttpVaultClientTests.RetryAfter_IsReadInBothForms",
        ["500 of a login"] = "LoginMethodsTests.ServerError_IsNotARefusal",
        ["503, sealed"] = "ServerStateTests.Sealed_IsSaidOnceAndWaitedFor",
        ["503, no active node"] = "ServerStateTests.StandbyWithoutActiveNode_IsSaidOnceAndWaitedFor",
        ["307 of a standby"] = "ServerStateTests.ReplacedByAStandby_IsFollowedToAnActiveNodeThatDoesNotKnowTheToken",
        ["307 that stays"] = "HttpVaultClientTests.R9_OneRedirect_IsFollowedWithBodyAndToken",
        ["307 from https to http"] = "HttpVaultClientTests.R9_RedirectToPlainHttp_IsRefused",
        ["errors, listed"] = "FaultClassifierTests.Errors_AreTidied",
        ["errors, not JSON"] = "FaultClassifierTests.BodyThatIsNotJson_IsShownShort",
        ["errors that repeat the request"] = "FaultClassifierTests.ErrorPageThatRepeatsTheToken_IsShownWithoutIt",
        ["200 that is not JSON"] = "FaultClassifierTests.A200ThatIsNotJson_IsMalformed",
        ["200 that breaks off"] = "BodyTests.BodyThatBreaksOff_IsABrokenConnection",
        ["200 that is half a document"] = "BodyTests.TruncatedJson_IsDamage",
        ["200 that is too large"] = "BodyTests.OversizedJson_IsNotRead",
        ["200 that is too deep"] = "FaultClassifierTests.TooDeepJson_IsMalformed",
        ["200 that takes too long"] = "BodyTests.SlowBody_EndsWithTheTimeoutOfTheCall",
        ["headers that are too large"] = "SocketFaultTests.OversizedHeaders_AreNotRead",
        ["204"] = "FaultClassifierTests.A204_IsSuccess",
        ["envelope without members"] = "FaultClassifierTests.Envelope_MayLackEverything",
        ["numbers"] = "FaultClassifierTests.R8_NumbersKeepTheirText",
    };

    /// <summary>Parts of the API the agent has no use for.</summary>
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal)
    {
        ["logins of aws, azure, gcp, ldap, userpass"] = "Refused by name at the start: LoginMethodsTests.MissingSettings_AreReportedAtTheStart.",
        ["sys/leases/revoke, sys/leases/lookup"] = "Leases end with their token.",
        ["M/subkeys/P"] = "A path like others; no row of its own.",
        ["pki/sign, pki/ca"] = "A write and a read like others.",
        ["sys/health"] = Unused,
        ["sys/capabilities-self"] = Unused,
        ["sys/events/subscribe"] = Unused,
        ["401, 415"] = "No call of the agent can cause it.",
    };

    [Fact]
    public void EveryRowHasATestOrAReason()
    {
        Assert.All(None.Values, Assert.NotEmpty);
        Assert.Empty(Endpoints.Concat(Errors).Where(row => !Exists(row.Value)).Select(row => $"{row.Key}: there is no {row.Value}"));
    }

    private static bool Exists(string test)
    {
        var (type, method) = (test[..test.IndexOf('.', StringComparison.Ordinal)], test[(test.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return Directory.EnumerateFiles(Tests(), $"{type}.cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal));
    }

    private static string Tests([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file)) ?? "";
}

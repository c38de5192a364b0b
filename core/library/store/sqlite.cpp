// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/sqlite.h"

#include <cerrno>
#include <limits>
#include <sqlite3.h>

namespace demarche::library {
namespace {

/// How long to wait for another program that writes to the same library.
constexpr int busyMilliseconds = 5000;

constexpr const char* noRoom = "there is no room left to write the library";
constexpr const char* mayNotWrite =
    "the library cannot be written: its file, its folder or the whole medium may only be read";

/// Throws what the system said, where it said more than SQLite does in its words.
void raiseWhatTheSystemSaid(int said) {
  using base::ErrorKind;
  switch (said) {
  case EFBIG:
  case ENOSPC:
  case EDQUOT:
    throw DatabaseError(ErrorKind::access, noRoom);
  case EROFS:
  case EACCES:
  case EPERM:
    throw DatabaseError(ErrorKind::access, mayNotWrite);
  default:
    break;
  }
}

[[noreturn]] void raise(sqlite3* database, int code) {
  using base::ErrorKind;
  const int said = errno; // sqlite3_system_errno() forgets it where a statement has failed
  const std::string detail = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const int kind = code & 0xff;
  if (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) raiseWhatTheSystemSaid(said);
  switch (kind) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    throw DatabaseError(ErrorKind::busy,
                        "another program is writing to this library; try again when it is done");
  case SQLITE_READONLY:
    throw DatabaseError(ErrorKind::access, mayNotWrite);
  case SQLITE_PERM:
  case SQLITE_AUTH:
  case SQLITE_CANTOPEN:
    throw DatabaseError(ErrorKind::access, "the library cannot be opened or written: " + detail);
  case SQLITE_FULL:
    throw DatabaseError(ErrorKind::access, noRoom);
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    throw DatabaseError(ErrorKind::input, "the library file is damaged: " + detail);
  case SQLITE_INTERRUPT:
    throw DatabaseError(ErrorKind::cancelled, "called off");
  default:
    throw DatabaseError(ErrorKind::internal, "the library file cannot be used: " + detail);
  }
}

/// The path as a `file:` URI, which alone can say that nobody writes to the file.
std::string immutableUri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#')
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

/// SQLite counts the memory it takes, under a lock for which all threads wait. Where others have begun to use
/// SQLite in this program it is too late to say so, and does no harm.
void countNoMemory() {
  static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(said);
}

} // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
  m_statement.reset(prepared);
  if (code != SQLITE_OK) raise(database, code);
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::reset() {
  sqlite3_reset(m_statement.get());
}

void Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(m_statement.get(), index + 1, value);
}
void Statement::bind(int index, double value) {
  sqlite3_bind_double(m_statement.get(), index + 1, value);
}
void Statement::bindNull(int index) {
  sqlite3_bind_null(m_statement.get(), index + 1);
}
void Statement::bind(int index, std::string_view value) {
  // A null pointer would bind NULL instead of an empty text.
  const char* data = value.data() != nullptr ? value.data() : "";
  sqlite3_bind_text64(m_statement.get(), index + 1, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindBlob(int index, std::string_view bytes) {
  const char* data = bytes.data() != nullptr ? bytes.data() : "";
  sqlite3_bind_blob64(m_statement.get(), index + 1, data, bytes.size(), SQLITE_TRANSIENT);
}

void Statement::bindPointer(int index, const void* pointer, const char* type) {
  sqlite3_bind_pointer(m_statement.get(), index + 1, const_cast<void*>(pointer), type, nullptr);
}

bool Statement::step() {
  errno = 0;
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) raise(sqlite3_db_handle(m_statement.get()), code);
  return false;
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(m_statement.get(), column);
}
std::string Statement::text(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
  return data != nullptr ? std::string(data, size) : std::string();
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
  return {data,
          data != nullptr ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)) : 0};
}

Connection::Connection(const std::filesystem::path& file, Access access) : m_access(access) {
  countNoMemory();
  const bool unchanging = access == Access::readUnchanging;
  // A reader that may write closes the library as one file; one that may not would leave its log behind.
  int flags =
      SQLITE_OPEN_NOMUTEX | (unchanging ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE);
  if (access == Access::create) flags |= SQLITE_OPEN_CREATE;

  sqlite3* opened = nullptr;
  const std::string name = unchanging ? immutableUri(file) : file.string();
  errno = 0;
  const int code = sqlite3_open_v2(name.c_str(), &opened, flags, nullptr);
  m_database.reset(opened);
  if (code != SQLITE_OK) raise(opened, code);
  sqlite3_busy_timeout(opened, busyMilliseconds);
  // A library may come from a stranger: nothing in its schema may run code or rewrite the file's insides.
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  execute("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
  if (access == Access::read) execute("PRAGMA query_only = ON");
}

void Connection::Closer::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

void Connection::execute(const std::string& sql) {
  errno = 0;
  const int code = sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) raise(m_database.get(), code);
}

LentStatement Connection::kept(std::string_view sql) const {
  const auto found = m_kept.find(std::string(sql));
  return LentStatement(found != m_kept.end() ? found->second
                                             : m_kept.emplace(sql, prepare(sql)).first->second);
}

std::int64_t Connection::lastRowId() const {
  return sqlite3_last_insert_rowid(m_database.get());
}

std::int64_t Connection::pragma(const std::string& name) const {
  Statement statement = prepare("PRAGMA " + name);
  return statement.step() ? statement.integer(0) : 0;
}

void Connection::holdAlone() {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  for (const int lock : {SQLITE_LOCK_SHARED, SQLITE_LOCK_EXCLUSIVE}) {
    errno = 0;
    const int code = file->pMethods->xLock(file, lock);
    // A lock against others is one of those that may write.
    if (code != SQLITE_OK && errno == EBADF) throw DatabaseError(base::ErrorKind::access, mayNotWrite);
    if (code != SQLITE_OK) raise(nullptr, code);
  }
}

bool Connection::hasMoved() const {
  int moved = 0;
  sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

Transaction::Transaction(Connection& connection, For purpose) : m_connection(connection) {
  m_connection.execute(purpose == For::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!m_open) return;
  try {
    m_connection.execute("ROLLBACK");
  } catch (const DatabaseError&) {
    // SQLite has rolled back by itself already.
  }
}

void Transaction::commit() {
  m_connection.execute("COMMIT");
  m_open = false;
}

} // namespace demarche::library

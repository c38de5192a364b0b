// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only code that calls SQLite, so that how it is called can be read in one place. Private to this room:
// failures are thrown as DatabaseError and turned into Results where the room ends.

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace demarche::library {

class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(base::ErrorKind kind, const std::string& message)
      : std::runtime_error(message), m_kind(kind) {}
  [[nodiscard]] base::Error error() const { return {m_kind, what()}; }

 private:
  base::ErrorKind m_kind;
};

/// A prepared statement. Parameters are bound and columns read by position, from 0 on.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  void bind(int index, std::int64_t value);
  void bind(int index, std::int32_t value) { bind(index, std::int64_t{value}); }
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bindNull(int index);
  template <typename Value>
  void bind(int index, const std::optional<Value>& value) {
    value ? bind(index, *value) : bindNull(index);
  }

  /// Binds all parameters of a fresh run.
  template <typename... Values>
  Statement& with(const Values&... values) {
    reset();
    [[maybe_unused]] int index = 0;
    (bind(index++, values), ...);
    return *this;
  }
  /// The next row; false after the last one.
  bool step();
  /// For statements without rows.
  template <typename... Values>
  void run(const Values&... values) {
    with(values...);
    while (step()) {
    }
  }

  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::int32_t number(int column) const { return static_cast<std::int32_t>(integer(column)); }
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const; ///< until the next step

  void bindBlob(int index, std::string_view bytes);
  /// For functions of ours; `type` tells them what it points to, and it has to outlive the run.
  void bindPointer(int index, const void* pointer, const char* type);
  /// Ends a run before its last row; a statement left in the midst of one holds on to what it reads from.
  void reset();

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// A statement that its connection keeps for the next time, lent until the end of the scope.
class LentStatement {
 public:
  explicit LentStatement(Statement& statement) : m_statement(statement) {}
  ~LentStatement() { m_statement.reset(); }
  LentStatement(const LentStatement&) = delete;
  LentStatement& operator=(const LentStatement&) = delete;
  Statement* operator->() const { return &m_statement; }
  Statement& operator*() const { return m_statement; }

 private:
  Statement& m_statement;
};

/// One connection; used by one thread at a time.
class Connection {
 public:
  enum class Access { read, readUnchanging, write, create };
  /// `readUnchanging` takes no locks and writes nothing beside the file: for media that cannot be written.
  Connection(const std::filesystem::path& file, Access access);
  [[nodiscard]] Access access() const { return m_access; }

  [[nodiscard]] Statement prepare(std::string_view sql) const { return {m_database.get(), sql}; }
  /// For statements that are run again and again: preparing one takes longer than running it. Not to be lent
  /// twice at a time.
  [[nodiscard]] LentStatement kept(std::string_view sql) const;
  /// Several statements without parameters or rows of interest.
  void execute(const std::string& sql);
  [[nodiscard]] std::int64_t lastRowId() const;
  [[nodiscard]] std::int64_t pragma(const std::string& name) const;
  /// Keeps everybody else from the file until this connection ends, also where it is none that SQLite can
  /// open. Throws when somebody has it open.
  void holdAlone();
  /// Another file has its name now.
  [[nodiscard]] bool hasMoved() const;
  /// For what has to be told to SQLite itself, such as a tokenizer.
  [[nodiscard]] sqlite3* handle() const { return m_database.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  Access m_access;
  std::unique_ptr<sqlite3, Closer> m_database;
  mutable std::unordered_map<std::string, Statement> m_kept; ///< ends before the database does
};

/// All or nothing: rolled back unless committed.
class Transaction {
 public:
  enum class For { reading, writing };
  Transaction(Connection& connection, For purpose);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& m_connection;
  bool m_open = true;
};

} // namespace demarche::library
